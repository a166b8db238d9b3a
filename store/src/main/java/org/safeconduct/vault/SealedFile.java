package org.safeconduct.vault;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.HeaderKeyProducerFactory;
import com.exceptionfactory.jagged.framework.crypto.MessageAuthenticationCodeProducerFactory;
import com.exceptionfactory.jagged.framework.crypto.PayloadIvParameterSpec;
import com.exceptionfactory.jagged.framework.crypto.PayloadKeyProducerFactory;
import com.exceptionfactory.jagged.framework.crypto.PayloadNonceKey;
import com.exceptionfactory.jagged.framework.crypto.StandardByteBufferCipherFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;

/**
 * An age file in two parts that are kept apart.
 *
 * <pre>
 *   age-encryption.org/v1          header: the file's key, wrapped for each recipient.
 *   -> X25519 …                    Whoever destroys it in all copies has destroyed what it opens
 *   --- …
 *   16 bytes, then one chunk       ciphertext: what an entry holds the hash of
 * </pre>
 *
 * <p>Both together are what {@code age -d} opens. Another header over the same ciphertext lets others read what the entry
 * has always said.
 */
public record SealedFile(Bytes header, Bytes ciphertext) {

    /** The most that can be sealed at once: one chunk of age's. */
    public static final int MOST_PLAIN = 64 * 1024;

    /** The most bytes that a file takes. */
    public static final int MOST_BYTES = 2 * MOST_PLAIN;

    private static final int FILE_KEY_BYTES = 16;
    private static final int NONCE_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final int LINE = 64;
    private static final String VERSION = "age-encryption.org/v1\n";
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    /** What came of opening a file. */
    public sealed interface Opening {

        /** What was sealed. */
        record Opened(Bytes plain) implements Opening {}

        /** It was sealed for others. */
        record ForOthers() implements Opening {}

        /** It is not what was sealed. */
        record Damaged(String why) implements Opening {}
    }

    /**
     * Seals bytes.
     *
     * @param recipients as {@code age1…}
     * @param chance gives as many bytes as are asked for that nobody could guess
     * @throws Malformed if a recipient is none, or low in order
     */
    public static SealedFile seal(byte[] plain, List<String> recipients, IntFunction<Bytes> chance) throws Malformed {
        if (plain.length > MOST_PLAIN || plain.length == 0) {
            throw new IllegalArgumentException(plain.length + " bytes to seal; it takes 1 to " + MOST_PLAIN);
        }
        FileKey key = new FileKey(chance.apply(FILE_KEY_BYTES).toArray());
        byte[] nonce = chance.apply(NONCE_BYTES).toArray();
        Bytes header = wrap(key, recipients);
        try {
            CipherKey payloadKey =
                    PayloadKeyProducerFactory.newPayloadKeyProducer().getPayloadKey(key, new PayloadNonceKey(nonce));
            PayloadIvParameterSpec only = new PayloadIvParameterSpec();
            only.setLastChunkFlag();
            ByteBuffer out =
                    ByteBuffer.allocate(NONCE_BYTES + plain.length + TAG_BYTES).put(nonce);
            new StandardByteBufferCipherFactory()
                    .newByteBufferEncryptor(payloadKey, only)
                    .encrypt(ByteBuffer.wrap(plain), out);
            return new SealedFile(header, Bytes.of(out.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ChaCha20-Poly1305", e);
        } finally {
            key.destroy();
        }
    }

    private static Bytes wrap(FileKey key, List<String> recipients) throws Malformed {
        StringBuilder text = new StringBuilder(VERSION);
        for (String recipient : recipients) {
            try {
                X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)
                        .getRecipientStanzas(key)
                        .forEach(stanza -> append(text, stanza));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new Malformed("\"" + recipient + "\" is no age recipient; copy it again, every letter of it");
            }
        }
        text.append("---");
        try {
            byte[] mac = MessageAuthenticationCodeProducerFactory.newMessageAuthenticationCodeProducer(
                            HeaderKeyProducerFactory.newHeaderKeyProducer().getHeaderKey(key))
                    .getMessageAuthenticationCode(
                            ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII)));
            return Bytes.ofText(text + " " + BASE64.encodeToString(mac) + "\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static void append(StringBuilder text, RecipientStanza stanza) {
        text.append("-> ").append(stanza.getType());
        stanza.getArguments().forEach(one -> text.append(' ').append(one));
        String body = BASE64.encodeToString(stanza.getBody());
        for (int at = 0; at <= body.length(); at += LINE) { // a line of 64 is never the last
            text.append('\n').append(body, at, Math.min(at + LINE, body.length()));
        }
        text.append('\n');
    }

    /**
     * Takes a file apart. Whether it can be opened shows only then.
     *
     * @throws Malformed if there is no header, or too much
     */
    public static SealedFile read(Bytes file) throws Malformed {
        if (file.length() > MOST_BYTES) {
            throw new Malformed("sealed words of " + file.length() + " bytes, at most " + MOST_BYTES);
        }
        int end = Sealed.endOfHeader(file);
        if (end < 0) {
            throw new Malformed("no age file; its header has no end; ask for the file again");
        }
        return new SealedFile(file.slice(0, end), file.slice(end, file.length()));
    }

    /** The whole file, as {@code age} reads it. */
    public Bytes whole() {
        ByteBuffer all = ByteBuffer.allocate(header.length() + ciphertext.length());
        return Bytes.of(all.put(header.toArray()).put(ciphertext.toArray()).array());
    }

    /** What an entry names it by. */
    public Hash hash() {
        return Hash.of(ciphertext);
    }

    /** Opens it. */
    public Opening open(OpeningKey key) {
        return open(new Reader(key));
    }

    /**
     * The same words for others too: another header over the same ciphertext.
     *
     * @return empty if this key does not open it
     * @throws Malformed if a recipient is none
     */
    public Optional<SealedFile> wrappedFor(List<String> recipients, OpeningKey key) throws Malformed {
        Reader reader = new Reader(key);
        if (!(open(reader) instanceof Opening.Opened) || reader.found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SealedFile(wrap(reader.found.getFirst(), recipients), ciphertext));
    }

    /** Unwraps a file's key, and keeps it. */
    private static final class Reader implements RecipientStanzaReader {
        private final OpeningKey key;
        private final List<FileKey> found = new ArrayList<>();

        private Reader(OpeningKey key) {
            this.key = key;
        }

        @Override
        public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
            FileKey file = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key.forAge())
                    .getFileKey(stanzas);
            found.add(new FileKey(file.getEncoded()));
            return file;
        }
    }

    private Opening open(Reader reader) {
        try (ReadableByteChannel in = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(whole().toArray())), List.of(reader))) {
            return new Opening.Opened(Bytes.of(Channels.newInputStream(in).readNBytes(MOST_BYTES)));
        } catch (UnsupportedRecipientStanzaException _) {
            return new Opening.ForOthers();
        } catch (IOException | GeneralSecurityException e) {
            return new Opening.Damaged("it is not what was sealed: " + e.getMessage());
        }
    }
}
