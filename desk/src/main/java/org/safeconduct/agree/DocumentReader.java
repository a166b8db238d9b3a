package org.safeconduct.agree;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.safeconduct.accord.Flaw;
import org.safeconduct.places.Mgrs;
import org.safeconduct.record.Json;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.Problems;
import org.safeconduct.scenario.Spot;
import org.safeconduct.scenario.Times;
import org.safeconduct.scenario.Yaml;
import org.safeconduct.terms.Label;

/**
 * Reads a document as people write it. What an entry needs in a stricter form is worked out:
 *
 * <pre>
 *   2022-03-05 09:00 Europe/Kyiv     becomes 2022-03-05T07:00:00Z; without a zone, that of the document's "zone"
 *   latitude: 47.0971                becomes 470971000, whole 1e-7 degrees
 *   mgrs: 37T CN 89455 16984         becomes latitude and longitude
 *   clauses: {hours: accepted}       becomes a list of clauses with what is said of each
 * </pre>
 */
public final class DocumentReader {
    private static final String FORMAT = "/1";
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}.*");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,14})");
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,7})?");
    private static final int DEGREE_DIGITS = 7;

    private final Problems problems;
    private final Times times;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> written = new HashMap<>(); // moments in UTC, and how the document has them

    private DocumentReader(Problems problems, ZoneId zone) {
        this.problems = problems;
        this.times = new Times(zone, problems);
    }

    /**
     * Reads one.
     *
     * @param folder where it lies
     * @param name of the file, as it is told
     * @param types that it may be; the first is named where it is none of them
     * @throws InputProblems with everything that is wrong with it, whatever the talks hold, each with its line
     */
    public static Document read(Path folder, String name, List<String> types) throws InputProblems {
        return read(folder, name, types, UnaryOperator.identity());
    }

    /** Reads one after something was put into its text. */
    static Document read(Path folder, String name, List<String> types, UnaryOperator<String> filling)
            throws InputProblems {
        Problems problems = new Problems();
        Yaml.Sort sort = new Yaml.Sort("document", "safeconduct: " + types.getFirst() + FORMAT, "Name the right file.");
        Optional<Yaml.Fields> fields = Yaml.read(folder, name, sort, filling, problems);
        problems.throwIfAny();
        Yaml.Fields all = fields.orElseThrow();
        Optional<String> type = type(all, types, problems);
        Label label = label(all, problems);
        DocumentReader reader = new DocumentReader(problems, zone(all, problems));
        Json.Members content = reader.content(all);
        Optional<Document.Sealed> sealed = reader.sealed(all);
        Optional<Document> document = type.map(one -> new Document(name, one, label, content, sealed));
        document.ifPresent(one -> one.listFlaws()
                .forEach(flaw -> problems.add(
                        reader.spot(name, flaw),
                        sentence(reader.asWritten(flaw.problem())),
                        capital(sentence(flaw.remedy())))));
        problems.throwIfAny();
        return document.orElseThrow();
    }

    /** Where a flaw stands, or the nearest part around it that stands in the file. */
    private Spot spot(String name, Flaw flaw) {
        String at = flaw.path();
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return new Spot(name, lines.getOrDefault(at, 0), flaw.path(), "");
    }

    /** Times as their author wrote them, not in the UTC of entries. */
    private String asWritten(String problem) {
        String told = problem;
        for (Map.Entry<String, String> moment : written.entrySet()) {
            told = told.replace(moment.getKey(), moment.getValue());
        }
        return told;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Optional<String> type(Yaml.Fields all, List<String> types, Problems problems) {
        String first = "safeconduct: " + types.getFirst() + FORMAT;
        Optional<Yaml.Scalar> format = scalar(all, "safeconduct");
        if (format.isEmpty()) {
            problems.add(all.spot(), "does not say what it is.", "Start with: " + first);
            return Optional.empty();
        }
        String text = format.get().text();
        String type = text.endsWith(FORMAT) ? text.substring(0, text.length() - FORMAT.length()) : text;
        if (!types.contains(type) || type.equals(text)) {
            List<String> formats = types.stream().map(one -> one + FORMAT).toList();
            problems.add(
                    format.get().spot(),
                    "is not a document that this command takes: " + String.join(", ", formats) + ".",
                    Near.remedy(text, formats));
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private static Label label(Yaml.Fields all, Problems problems) {
        Optional<Yaml.Scalar> written = scalar(all, "label");
        Optional<Label> label = written.flatMap(one -> Label.ofWord(one.text()));
        if (written.isPresent() && label.isEmpty()) {
            problems.add(
                    written.get().spot(),
                    "is no label.",
                    Near.remedy(written.get().text(), Label.words()));
        }
        return label.orElse(Label.PARTIES);
    }

    private static ZoneId zone(Yaml.Fields all, Problems problems) {
        return scalar(all, "zone")
                .flatMap(one -> new Times(ZoneOffset.UTC, problems).zone(one.spot()))
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<Yaml.Scalar> scalar(Yaml.Fields all, String name) {
        return all.entries().get(name) instanceof Yaml.Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    private Json.Members content(Yaml.Fields all) {
        TreeMap<String, Json> members = new TreeMap<>();
        all.entries().forEach((name, value) -> {
            if (!Set.of("safeconduct", "label", "zone", "sealed").contains(name)) {
                json(name, value).ifPresent(one -> members.put(name, one));
            }
        });
        return new Json.Members(members);
    }

    /** {@code sealed: {for: [facilitator], words: {why: …}}}. */
    private Optional<Document.Sealed> sealed(Yaml.Fields all) {
        Yaml written = all.entries().get("sealed");
        if (written == null) {
            return Optional.empty();
        }
        List<String> readers = new ArrayList<>();
        if (written instanceof Yaml.Fields fields
                && fields.entries().keySet().equals(Set.of("for", "words"))
                && fields.entries().get("for") instanceof Yaml.Items items
                && fields.entries().get("words") instanceof Yaml.Fields words
                && !words.entries().isEmpty()
                && members(words) instanceof Json.Members said) {
            items.items().forEach(item -> readers.add(item instanceof Yaml.Scalar one ? one.text() : ""));
            if (!readers.isEmpty() && !readers.contains("")) {
                return Optional.of(new Document.Sealed(readers, said));
            }
        }
        problems.add(
                written.spot(),
                "does not say for whom what is sealed.",
                "Write: {for: [facilitator], words: {why: \"…\"}}, sides or age recipients, and what they can read.");
        return Optional.empty();
    }

    private Optional<Json> json(String name, Yaml value) {
        lines.put(value.spot().where(), value.spot().line());
        return switch (value) {
            case Yaml.Scalar scalar -> scalar(name, scalar);
            case Yaml.Items items -> Optional.of(items(items));
            case Yaml.Fields fields -> Optional.of(name.equals("clauses") ? answers(fields) : members(fields));
        };
    }

    private Json items(Yaml.Items items) {
        List<Json> values = new ArrayList<>();
        items.items().forEach(item -> json("", item).ifPresent(values::add));
        return new Json.Items(values);
    }

    private Json members(Yaml.Fields fields) {
        TreeMap<String, Json> members = new TreeMap<>();
        Optional<Yaml.Scalar> grid = scalar(fields, "mgrs");
        fields.entries().forEach((name, value) -> {
            if (grid.isEmpty() || !name.equals("mgrs")) {
                json(name, value).ifPresent(one -> members.put(name, one));
            }
        });
        grid.ifPresent(one -> position(one, members));
        boolean isWindow =
                fields.entries().containsKey("from") && fields.entries().containsKey("to");
        if (isWindow
                && !members.containsKey("zone")
                && scalar(fields, "from").filter(DocumentReader::isMoment).isPresent()) {
            zoneOf(fields).ifPresent(zone -> members.put("zone", new Json.Text(zone)));
        }
        return text(fields.spot(), () -> Json.Members.of(members));
    }

    private Optional<String> zoneOf(Yaml.Fields fields) {
        return scalar(fields, "from")
                .flatMap(from -> times.moment(from.spot()))
                .map(moment -> moment.zone().getId());
    }

    /** {@code hours: accepted} is short for {@code {clause: hours, says: accepted}}. */
    private Json answers(Yaml.Fields fields) {
        List<Json> answers = new ArrayList<>();
        fields.entries().forEach((clause, value) -> {
            TreeMap<String, Json> answer = new TreeMap<>();
            answer.put("clause", new Json.Text(clause));
            json("", value).ifPresent(one -> {
                if (one instanceof Json.Members said) {
                    answer.putAll(said.values());
                } else {
                    answer.put("says", one);
                }
            });
            lines.put("clauses[" + answers.size() + "]", value.spot().line());
            answers.add(new Json.Members(answer));
        });
        return new Json.Items(answers);
    }

    private Optional<Json> scalar(String name, Yaml.Scalar scalar) {
        return switch (scalar.kind()) {
            case NOTHING -> Optional.empty();
            case TRUTH -> Optional.of(new Json.Truth(scalar.text().equals("true")));
            case NUMBER -> Optional.of(number(name, scalar));
            case TEXT ->
                Optional.of(
                        isMoment(scalar) ? moment(scalar) : text(scalar.spot(), () -> new Json.Text(scalar.text())));
        };
    }

    private static boolean isMoment(Yaml.Scalar scalar) {
        return MOMENT.matcher(scalar.text()).matches();
    }

    private Json moment(Yaml.Scalar scalar) {
        Optional<String> moment =
                times.moment(scalar.spot()).map(one -> one.instant().toString());
        moment.ifPresent(one -> written.putIfAbsent(one, Spot.printable(scalar.text())));
        return moment.<Json>map(Json.Text::new).orElse(new Json.Nothing());
    }

    private Json number(String name, Yaml.Scalar scalar) {
        if (name.equals("latitude") || name.equals("longitude")) {
            return degrees(scalar, name.equals("latitude") ? 90 : 180);
        }
        if (WHOLE.matcher(scalar.text()).matches()) {
            return new Json.Whole(Long.parseLong(scalar.text()));
        }
        problems.add(
                scalar.spot(), "is not a number that can stand here.", "Write a whole number, or put it in quotes.");
        return new Json.Whole(0);
    }

    private Json degrees(Yaml.Scalar scalar, int most) {
        if (DEGREES.matcher(scalar.text()).matches()) {
            BigDecimal degrees = new BigDecimal(scalar.text());
            if (degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
                return new Json.Whole(degrees.movePointRight(DEGREE_DIGITS).longValueExact());
            }
        }
        problems.add(
                scalar.spot(),
                "are no degrees that a map has here.",
                "Write -" + most + " to " + most + " with at most " + DEGREE_DIGITS + " decimals.");
        return new Json.Whole(0);
    }

    private void position(Yaml.Scalar grid, Map<String, Json> members) {
        if (members.containsKey("latitude") || members.containsKey("longitude")) {
            problems.add(
                    grid.spot(), "stands beside latitude or longitude.", "Keep the one that was measured, not both.");
            return;
        }
        Optional<Mgrs.Position> position = Mgrs.read(grid.text());
        if (position.isEmpty()) {
            problems.add(
                    grid.spot(),
                    "is no MGRS reference to 10 m or better.",
                    "Write zone and band, square, and twice five digits: 37T CN 89455 16984");
        }
        members.put("latitude", whole(position.map(Mgrs.Position::latitude).orElse(1.0)));
        members.put("longitude", whole(position.map(Mgrs.Position::longitude).orElse(1.0)));
    }

    private static Json whole(double degrees) {
        return new Json.Whole(Math.round(degrees * 1e7));
    }

    private interface Making {
        Json make();
    }

    /** Text that an entry cannot hold is told where it stands. */
    private Json text(Spot spot, Making making) {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            problems.add(
                    spot,
                    "cannot stand in an entry: " + Spot.printable(String.valueOf(e.getMessage())) + ".",
                    "Write it in plain characters.");
            return new Json.Nothing();
        }
    }
}
