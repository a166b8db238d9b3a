package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Option;

/** Which witnesses watch a record, and how many must have seen a checkpoint. */
final class PolicyOptions {
    private static final String GROUP = "witnesses";

    @Option(names = "--witness", paramLabel = "NAME=KEY", descriptionKey = "witness-key")
    List<String> witnesses = new ArrayList<>();

    @Option(names = "--quorum", paramLabel = "NUMBER", descriptionKey = "quorum")
    String quorum = "";

    /** A quorum without witnesses would be passed over in silence. */
    void requireWhole() throws InputProblems {
        if (witnesses.isEmpty() && !quorum.isEmpty() && !quorum.equals("none")) {
            throw Given.word(
                    "--quorum " + quorum, Texts.text("policy.quorum-alone"), Texts.text("policy.quorum-alone.remedy"));
        }
    }

    Policy of(Surroundings around, List<VerifierKey> logs) throws InputProblems {
        requireWhole();
        Map<String, VerifierKey> keys = new LinkedHashMap<>();
        for (String given : witnesses) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw Given.word("--witness " + given, Texts.text("policy.no-witness"), Texts.text("policy.witness"));
            }
            keys.put(given.substring(0, equals), Given.verifierKey(around, "--witness", given.substring(equals + 1)));
        }
        if (keys.isEmpty() || quorum.equals("none")) {
            return read(new Policy(logs, keys, Map.of(), "none"));
        }
        boolean isNumber = quorum.matches("[1-9][0-9]?");
        if ((!isNumber && !quorum.matches("(all|any)?")) || (isNumber && number() > keys.size())) {
            throw Given.word("--quorum " + quorum, Texts.text("policy.no-quorum"), Texts.text("policy.quorum"));
        }
        int least = quorum.isEmpty() || quorum.equals("all") ? keys.size() : quorum.equals("any") ? 1 : number();
        Map<String, Policy.Group> groups = Map.of(GROUP, new Policy.Group(least, List.copyOf(keys.keySet())));
        return read(new Policy(logs, keys, groups, GROUP));
    }

    private int number() {
        return Integer.parseInt(quorum);
    }

    /** The policy as its readers will read it: they know what names and keys it may have. */
    private static Policy read(Policy made) throws InputProblems {
        try {
            return Policy.read(made.write());
        } catch (Malformed e) {
            throw Given.word("--witness", "", e);
        }
    }
}
