package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeconduct.keeping.Export;
import org.safeconduct.record.Disclosure;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.store.KeptLog;
import picocli.CommandLine.Option;

/** Which commitments a bundle opens. */
final class OpenOptions {
    @Option(names = "--open", paramLabel = "FILE", descriptionKey = "open-files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--field", paramLabel = "NAME", descriptionKey = "open-fields")
    private List<String> fields = new ArrayList<>();

    /**
     * What of a record is shown: entries, and what opens their commitments, each held against its entry.
     *
     * @param size of the record as it was signed last
     */
    Export.Shown shown(Surroundings around, KeptLog log, long size, Export.Range range)
            throws InputProblems, IOException {
        List<InputProblem> problems = new ArrayList<>();
        TreeMap<Long, Set<Disclosure>> opened = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        for (Path file : files) {
            for (Disclosure one : DisclosureFile.read(around, file)) {
                known.add(one.field());
                if (fields.isEmpty() || fields.contains(one.field())) {
                    OptionalLong index = log.findIndex(one.entry());
                    String fault = fault(one, index.orElse(size), size, range, log);
                    if (fault.isEmpty()) {
                        opened.computeIfAbsent(index.orElse(size), _ -> new LinkedHashSet<>())
                                .add(one);
                    } else {
                        problems.add(new InputProblem(
                                file.toString(), 0, one.field(), "", Texts.text(fault), Texts.text(fault + ".remedy")));
                    }
                }
            }
        }
        for (String field : fields) {
            if (!known.contains(field)) {
                problems.add(CommandLines.problem(
                        "--field " + field, Texts.text("open.no-field"), Near.remedy(field, known)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        TreeMap<Long, List<Disclosure>> lists = new TreeMap<>();
        opened.forEach((index, disclosures) -> lists.put(index, List.copyOf(disclosures)));
        return new Export.Shown(range, lists);
    }

    /** The key of what is wrong with a disclosure; empty if nothing is. */
    private static String fault(Disclosure one, long index, long size, Export.Range range, KeptLog log)
            throws IOException {
        if (index >= size) {
            return "open.no-entry";
        }
        if (!range.holds(index)) {
            return "open.withheld";
        }
        return one.opens(log.getEntry(index)) ? "" : "open.other";
    }
}
