package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntryTest {

    private final Entry entry = Given.signed("anna", ChainHead.START, "by the west road");

    private static byte[] changed(Entry entry, String from, String to) {
        String json = new String(EntryBodyJson.write(entry.body()), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        return json.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLeafIsReadBackByteForByte() throws Malformed {
        Entry read = Entry.read(entry.leaf());
        assertThat(read).isEqualTo(entry);
        assertThat(EntryBodyJson.write(read.body())).isEqualTo(EntryBodyJson.write(entry.body()));
        assertThat(read.isSigned(Given.STRICT)).isTrue();
    }

    @Test
    void theIdentityIsTheHashOfTheBodyAlone() {
        assertThat(entry.identity()).isEqualTo(Hash.of(EntryBodyJson.write(entry.body())));
        assertThat(entry.leafHash()).isNotEqualTo(entry.identity());
    }

    @Test
    void aBodyHasExactlyItsMembers() {
        assertThatThrownBy(() -> EntryBodyJson.read(changed(entry, "\"v\":1", "\"v\":1,\"w\":2")))
                .hasMessageContaining("with unknown w; write exactly author, claimed");
        assertThatThrownBy(() -> EntryBodyJson.read(changed(entry, ",\"v\":1", "")))
                .hasMessageContaining("without v;");
    }

    @Test
    void aMomentHasSecondsAndNothingSmaller() {
        assertThatThrownBy(() -> EntryBodyJson.read(changed(entry, "07:00:00Z", "07:00:00.500Z")))
                .hasMessageContaining("a moment to the second");
        assertThatThrownBy(() -> EntryBodyJson.read(changed(entry, "07:00:00Z", "09:00:00+02:00")))
                .hasMessageContaining("write \"2022-03-05T07:00:00Z\"");
    }

    @Test
    void theFirstEntryFollowsNoneAndEveryOtherFollowsOne() {
        assertThatThrownBy(() -> EntryBodyJson.read(changed(entry, "\"sequence\":0", "\"sequence\":1")))
                .hasMessageContaining("64 zeros for sequence 0, and only then");
    }

    @Test
    void nobodyElseCanSignInAnAuthorsPlace() {
        EntryBody body = Given.says("anna", ChainHead.START, "by the west road");
        assertThatThrownBy(() -> Entry.sign(body, Given.signer("boris")))
                .hasMessageContaining("let the author's own key sign");
    }

    @Test
    void theKindOfKeyAndOfSignatureAreOne() {
        byte[] leaf = entry.leaf().toArray();
        leaf[leaf.length - 67] = 2;
        assertThatThrownBy(() -> Entry.read(Bytes.of(leaf))).hasMessageContaining("only 1, Ed25519, is in use");
    }
}
