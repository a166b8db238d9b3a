package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Bytes SALT = Bytes.of(Hash.of(Bytes.ofText("salt")).toArray());
    private static final Json VALUE = new Json.Text("eleven buses");

    static Entry hiding(String author, Hash commitment) {
        EntryBody open = Given.says(author, ChainHead.START, "something is said under seal");
        EntryBody body = new EntryBody(
                open.origin(),
                open.type(),
                open.author(),
                open.sequence(),
                open.previous(),
                open.seen(),
                open.claimed(),
                open.mandate(),
                open.label(),
                open.nonce(),
                open.references(),
                List.of(commitment),
                open.content());
        return Entry.sign(body, Given.signer(author));
    }

    private static Hash commitment(String author) {
        return Disclosure.commit(Given.ORIGIN, AuthorKey.of(Given.signer(author)), "offer", VALUE, SALT);
    }

    @Test
    void whatWasCommittedCanBeDisclosedLater() throws Malformed {
        Entry entry = hiding("anna", commitment("anna"));
        Disclosure disclosure = new Disclosure(entry.identity(), "offer", VALUE, SALT);
        assertThat(disclosure.opens(entry)).isTrue();
        assertThat(Disclosure.read(disclosure.write())).isEqualTo(disclosure);
    }

    @Test
    void nothingElseOpensTheCommitment() {
        Entry entry = hiding("anna", commitment("anna"));
        Hash id = entry.identity();
        assertThat(new Disclosure(id, "offer", new Json.Text("twelve buses"), SALT).opens(entry))
                .isFalse();
        assertThat(new Disclosure(id, "demand", VALUE, SALT).opens(entry)).isFalse();
        assertThat(new Disclosure(id, "offer", VALUE, Bytes.of(id.toArray())).opens(entry))
                .isFalse();
        assertThat(new Disclosure(Hash.NONE, "offer", VALUE, SALT).opens(entry)).isFalse();
    }

    @Test
    void aCommitmentCopiedByAnotherOpensToNothing() {
        Entry copy = hiding("boris", commitment("anna"));
        assertThat(new Disclosure(copy.identity(), "offer", VALUE, SALT).opens(copy))
                .isFalse();
    }

    @Test
    void aSaltHas32Bytes() {
        assertThatThrownBy(() -> new Disclosure(Hash.NONE, "offer", VALUE, Bytes.of(new byte[16])))
                .hasMessageContaining("salt of 16 bytes; it takes 32");
    }
}
