package org.safeconduct.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.accord.SealView;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Malformed;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;

/** What is wrong with sealed words that lie beside a record. That some are not there is not wrong. */
final class SealedFaults {
    private SealedFaults() {}

    static List<String> list(KeptLog log, RecordFolder folder) throws IOException {
        List<String> faults = new ArrayList<>();
        Talks talks;
        try {
            talks = Talks.of(log, log.size(), folder.policy(), new FastEd25519());
        } catch (Malformed e) {
            return List.of("policy: " + e.getMessage());
        }
        for (SealView one : talks.seals()) {
            try {
                if (folder.sealed().find(one.ciphertext()).isPresent()) {
                    if (one.isErased()) {
                        faults.add(Texts.text("sealed-fault.erased", Texts.number(one.index())));
                    }
                } else if (folder.sealed().holdsPart(one.ciphertext())) {
                    faults.add(Texts.text("sealed-fault.half", Texts.number(one.index())));
                }
            } catch (Malformed e) {
                faults.add(Texts.text("sealed-fault.changed", Texts.number(one.index()), e.getMessage()));
            }
        }
        return faults;
    }
}
