package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code record policy}: whose signatures count, as the keeper says; with witnesses, says it anew. */
@Command(name = "policy", sortOptions = false)
final class RecordPolicyCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordPolicyCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String folder, String policy, List<String> seen) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        RecordFolder folder = record.existing(around);
        policy.requireWhole();
        Policy known = record.policy(folder);
        if (!policy.witnesses.isEmpty()) {
            known = policy.of(around, known.logs());
            folder.writePolicy(known);
        }
        if (!seen.places.isEmpty()) {
            folder.writeSeen(seen.at(around));
        }
        String text = new String(known.write(), StandardCharsets.UTF_8);
        if (output.json) {
            List<String> places = folder.seen().stream().map(String::valueOf).toList();
            around.out().print(Json.text(new Summary("safeconduct-policy/1", record.data.toString(), text, places)));
        } else {
            around.out().print(text);
        }
        return ExitCodes.DONE;
    }
}
