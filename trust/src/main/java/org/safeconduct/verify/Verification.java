package org.safeconduct.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Opening;
import org.safeconduct.record.Policy;
import org.safeconduct.record.Sealed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TileId;

/** Verifies a bundle: checkpoint, tree, entries, authors' chains, disclosures, in this order. */
public final class Verification {

    private final Bundle bundle;
    private final SignatureVerifier verifier;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private Verification(Bundle bundle, SignatureVerifier verifier) {
        this.bundle = bundle;
        this.verifier = verifier;
    }

    /**
     * The finding on a bundle.
     *
     * @param policy whose word counts; from the reader, who does not take it from the bundle
     */
    public static Finding of(Bundle bundle, Policy policy, SignatureVerifier verifier) {
        return new Verification(bundle, verifier).find(policy);
    }

    /**
     * The finding on a file as it came: a bundle, which is a ZIP file, the proof of one entry, or a proof of two histories. A
     * bundle that ends too early is incomplete, one that was changed is broken.
     *
     * @param policy whose word counts; from the reader, who does not take it from the file
     */
    public static Finding ofFile(byte[] file, Policy policy, SignatureVerifier verifier) {
        if (ProofFinding.isProof(file)) {
            return ProofFinding.of(file, policy, verifier);
        }
        if (Fork.isProof(file)) {
            return Fork.finding(file, policy, verifier);
        }
        return switch (Unpacked.of(file, Bundle.USUAL_BYTES)) {
            case Unpacked.Whole whole -> of(whole.bundle(), policy, verifier);
            case Unpacked.Damaged damaged ->
                new Finding.Broken(List.of(new Fault(damaged.file(), damaged.entry(), damaged.why())));
            case Unpacked.NotRead not -> new Finding.Incomplete(List.of(not.why()), Optional.empty());
        };
    }

    private Finding find(Policy policy) {
        Optional<Opening.Trusted> opened = open(policy);
        if (opened.isEmpty()) {
            return outcome(Optional.empty());
        }
        Checkpoint checkpoint = opened.get().checkpoint();
        missing.addAll(Facts.listUnseen(opened.get()));
        BundledTree tree = BundledTree.read(bundle, checkpoint.head());
        faults.addAll(tree.faults());
        missing.addAll(tree.missing());
        BundledEntries entries = BundledEntries.read(tree, checkpoint, verifier);
        faults.addAll(entries.faults());
        remarks.addAll(entries.remarks());
        List<Facts.Opened> disclosed = readDisclosures(entries);
        Set<String> sealed = checkSealed(entries);
        remarkOthers(checkpoint, sealed);
        return outcome(Optional.of(Facts.of(opened.get(), entries.held(), entries.authors(), disclosed, remarks)));
    }

    /** Broken if anything is wrong, else incomplete if anything is missing. */
    private Finding outcome(Optional<Facts> facts) {
        if (!faults.isEmpty()) {
            return new Finding.Broken(faults);
        }
        if (!missing.isEmpty() || facts.isEmpty()) {
            return new Finding.Incomplete(missing, facts);
        }
        return new Finding.Intact(facts.get());
    }

    private Optional<Opening.Trusted> open(Policy policy) {
        Optional<Bytes> file = bundle.find(Bundle.CHECKPOINT);
        if (file.isEmpty()) {
            missing.add("There is no checkpoint; without the log's signed word there is nothing to hold this against");
            return Optional.empty();
        }
        try {
            Opening opening = policy.open(SignedNote.read(file.get().toArray()), verifier);
            return switch (opening) {
                case Opening.Trusted trusted -> Optional.of(trusted);
                case Opening.NotTrusted not -> {
                    faults.add(Fault.in(Bundle.CHECKPOINT, not.why()));
                    yield Optional.empty();
                }
            };
        } catch (Malformed e) {
            faults.add(Fault.in(Bundle.CHECKPOINT, "cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private List<Facts.Opened> readDisclosures(BundledEntries entries) {
        List<Facts.Opened> opened = new ArrayList<>();
        for (Map.Entry<String, Bytes> file : bundle.files().entrySet()) {
            if (file.getKey().startsWith(Bundle.DISCLOSURES)) {
                readDisclosure(file.getKey(), file.getValue(), entries).ifPresent(opened::add);
            }
        }
        return opened.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Facts.Opened::entry).thenComparing(Facts.Opened::field))
                .toList();
    }

    private Optional<Facts.Opened> readDisclosure(String name, Bytes bytes, BundledEntries entries) {
        try {
            Disclosure disclosure = Disclosure.read(bytes.toArray());
            Optional<BundledEntries.Held> entry = entries.find(disclosure.entry());
            if (entry.isEmpty()) {
                remarks.add(name + " speaks of an entry that is not here, " + disclosure.entry());
            } else if (disclosure.opens(entry.get().entry())) {
                return Optional.of(new Facts.Opened(entry.get().index(), disclosure.field(), disclosure.value()));
            } else {
                faults.add(Fault.ofEntry(
                        name,
                        entry.get().index(),
                        "\"" + disclosure.field() + "\" is not what the author committed to"));
            }
        } catch (Malformed e) {
            faults.add(Fault.in(name, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** Sealed words that are here must be those of their entry; that they are not here breaks nothing. */
    private Set<String> checkSealed(BundledEntries entries) {
        Set<String> names = new HashSet<>();
        long stated = 0;
        for (BundledEntries.Held held : entries.all()) {
            Optional<Sealed> sealed = Sealed.of(held.entry().body().content());
            stated += sealed.isPresent() ? 1 : 0;
            Optional<Bytes> file = sealed.flatMap(one -> bundle.find(Bundle.name(one)));
            if (file.isPresent()) {
                names.add(Bundle.name(sealed.get()));
                if (!sealed.get().isOf(file.get())) {
                    String what = "it is not what the author of the entry sealed";
                    faults.add(Fault.ofEntry(Bundle.name(sealed.get()), held.index(), what));
                }
            }
        }
        if (stated > 0) {
            remarks.add(Facts.count(stated, "entry has", "entries have") + " sealed words; "
                    + Facts.count(names.size(), "file of them is", "files of them are")
                    + " here, as sealed. Only their readers can open them");
        }
        return names;
    }

    private void remarkOthers(Checkpoint checkpoint, Set<String> sealed) {
        for (String name : bundle.files().keySet()) {
            boolean isKnown =
                    Set.of(Bundle.README, Bundle.CHECKPOINT, Bundle.POLICY).contains(name)
                            || name.startsWith(Bundle.DISCLOSURES)
                            || sealed.contains(name)
                            || isTile(name, checkpoint.head().size());
            if (!isKnown) {
                remarks.add(name + " is no part of a bundle of this size and was not looked at");
            }
        }
    }

    private static boolean isTile(String name, long size) {
        try {
            return TileId.ofPath(name).isIn(size);
        } catch (Malformed _) {
            return false;
        }
    }
}
