package org.safeconduct.verify;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;

/**
 * What two copies of one record tell when they are held against each other: whether there is one history or two. What is in them is
 * for {@link Verification}.
 */
public sealed interface Histories {

    /** What a command ends with: 0 one history, 1 two, 2 it cannot be told. */
    int exitCode();

    /** The outcome in plain words. */
    List<String> lines();

    /** Both are of one history. */
    record One(String how) implements Histories {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public List<String> lines() {
            return List.of("One history: " + how);
        }
    }

    /**
     * There are two.
     *
     * @param forks of the log first, then of authors
     */
    record Two(List<Fork> forks) implements Histories {
        public Two {
            forks = List.copyOf(forks);
        }

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(List.of("Two histories where there can be one."));
            forks.forEach(fork -> lines.addAll(fork.lines()));
            return lines;
        }
    }

    /** What is here does not tell. */
    record Untold(String why) implements Histories {
        @Override
        public int exitCode() {
            return 2;
        }

        @Override
        public List<String> lines() {
            return List.of("It cannot be told: " + why);
        }
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
