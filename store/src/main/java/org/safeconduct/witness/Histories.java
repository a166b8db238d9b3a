package org.safeconduct.witness;

import java.util.List;
import java.util.stream.Stream;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.verify.Fork;

/**
 * What two copies of one record tell when they are held against each other: whether there is one history or two. What is in them is
 * for {@link org.safeconduct.verify.Verification}.
 */
public sealed interface Histories {

    /** Both are of one history. */
    record One(String how) implements Histories {}

    /**
     * There are two.
     *
     * @param forks of the log first, then of authors
     */
    record Two(List<Fork> forks) implements Histories {
        public Two {
            forks = List.copyOf(forks);
        }
    }

    /** What is here does not tell. */
    record Untold(String why) implements Histories {}

    /** What a command ends with: 0 one history, 1 two, 2 it cannot be told. */
    default int exitCode() {
        return switch (this) {
            case One _ -> 0;
            case Two _ -> 1;
            case Untold _ -> 2;
        };
    }

    /** The outcome in plain words. */
    default List<String> lines() {
        return switch (this) {
            case One one -> List.of("One history: " + one.how());
            case Two two ->
                Stream.concat(
                                Stream.of("Two histories where there can be one."),
                                two.forks().stream().flatMap(fork -> fork.lines().stream()))
                        .toList();
            case Untold untold -> List.of("It cannot be told: " + untold.why());
        };
    }

    /**
     * Holds two copies against each other.
     *
     * @param policy whose key the log's is; from the reader
     */
    static Histories of(Side first, Side second, Policy policy, SignatureVerifier verifier) {
        return new Comparing(policy, verifier).compare(first, second);
    }
}
