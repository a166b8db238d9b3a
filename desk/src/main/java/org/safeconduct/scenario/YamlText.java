package org.safeconduct.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Reads YAML 1.2 into {@link Yaml}, from parser events, so that nothing is built before it is checked.
 *
 * <p>Less than YAML allows: no anchors and aliases (an alias bomb needs them), no tags, no second document, no key twice,
 * nesting of at most {@value #MAX_DEPTH}.
 */
final class YamlText {
    static final int MAX_DEPTH = 12;

    private final Spot root;
    private final Iterator<Event> events;
    private final Yaml.Sort sort;
    private final Problems problems;
    private final ScalarResolver resolver = new JsonSchema().getScalarResolver();

    private YamlText(Spot root, Iterator<Event> events, Yaml.Sort sort, Problems problems) {
        this.root = root;
        this.events = events;
        this.sort = sort;
        this.problems = problems;
    }

    /** The mapping that the text is; empty, with problems added, if it is none. */
    static Optional<Yaml.Fields> parse(String file, String text, Yaml.Sort sort, Problems problems) {
        Spot root = new Spot(file, 1, "", "");
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setCodePointLimit(text.length() + 1)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new YamlText(root, events, sort, problems).document();
        } catch (Refused refused) {
            problems.add(refused.spot, refused.problem, refused.remedy);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(YamlText::line).orElse(0);
            problems.add(root.atLine(line), "cannot be read as YAML: " + Spot.printable(e.getProblem()) + ".", SYNTAX);
        } catch (YamlEngineException e) {
            problems.add(root.atLine(0), "cannot be read as YAML: " + Spot.printable(firstLine(e)) + ".", SYNTAX);
        }
        return Optional.empty();
    }

    private static final String SYNTAX = "Check indentation, colons and quotes near there.";

    private static String firstLine(YamlEngineException e) {
        String message = e.getMessage();
        return message == null ? "it is broken" : message.lines().findFirst().orElse("it is broken");
    }

    private Optional<Yaml.Fields> document() throws Refused {
        next(); // start of stream
        Event start = next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw new Refused(root.atLine(0), "is empty.", startWith());
        }
        Yaml value = value(root, next(), 0);
        next(); // end of document
        Event after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Refused(
                    root.atLine(line(after)),
                    "a second document starts here.",
                    "Write one " + sort.noun() + " per file, without \"---\".");
        }
        if (value instanceof Yaml.Fields fields) {
            return Optional.of(fields);
        }
        throw new Refused(value.spot(), "is " + value.noun() + ", not a " + sort.noun() + ".", startWith());
    }

    private String startWith() {
        return "Start with: " + sort.firstLine();
    }

    private Yaml value(Spot path, Event event, int depth) throws Refused {
        if (depth > MAX_DEPTH) {
            throw new Refused(
                    path.atLine(line(event)), "is nested too deep.", "Nest at most " + MAX_DEPTH + " levels.");
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar(path, (ScalarEvent) event);
            case SequenceStart -> items(path, untagged(path, (CollectionStartEvent) event), depth);
            case MappingStart -> fields(path, untagged(path, (CollectionStartEvent) event), depth);
            case Alias ->
                throw new Refused(
                        path.atLine(line(event)), "is an alias (*); they are not used here.", "Write the value out.");
            default -> throw new IllegalStateException("unexpected " + event);
        };
    }

    private Yaml scalar(Spot path, ScalarEvent event) throws Refused {
        unanchored(path, event);
        if (event.getTag().isPresent()) {
            throw tagRefused(path, event);
        }
        Spot spot = path.withText(event.getValue());
        return new Yaml.Scalar(spot, event.isPlain() ? kind(event.getValue()) : Yaml.Kind.TEXT);
    }

    private Yaml.Kind kind(String text) {
        Tag tag = resolver.resolve(text, true);
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Yaml.Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Yaml.Kind.TRUTH;
        }
        return tag.equals(Tag.NULL) ? Yaml.Kind.NOTHING : Yaml.Kind.TEXT;
    }

    private Yaml items(Spot path, Event start, int depth) throws Refused {
        List<Yaml> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(value(path.item(items.size()).atLine(line(event)), event, depth + 1));
        }
        return new Yaml.Items(path.atLine(lineOr(path, start)), items);
    }

    private Yaml fields(Spot path, Event start, int depth) throws Refused {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Spot key = path.key(key(path, event)).atLine(line(event));
            Yaml value = value(key, next(), depth + 1);
            Yaml earlier = entries.putIfAbsent(((ScalarEvent) event).getValue(), value);
            if (earlier != null) {
                problems.add(
                        key, "is written twice; first in line " + earlier.spot().line() + ".", "Keep one of the two.");
            }
        }
        return new Yaml.Fields(path.atLine(lineOr(path, start)), entries);
    }

    private String key(Spot path, Event event) throws Refused {
        if (event instanceof ScalarEvent scalar && scalar.getTag().isEmpty()) {
            unanchored(path, scalar);
            return Spot.printable(scalar.getValue());
        }
        throw new Refused(
                path.atLine(line(event)), "has a key that is not a plain word.", "Write keys as plain words.");
    }

    private CollectionStartEvent untagged(Spot path, CollectionStartEvent event) throws Refused {
        unanchored(path, event);
        if (event.getTag().isPresent()) {
            throw tagRefused(path, event);
        }
        return event;
    }

    private static void unanchored(Spot path, NodeEvent event) throws Refused {
        if (event.getAnchor().isPresent()) {
            throw new Refused(
                    path.atLine(line(event)),
                    "has an anchor (&); they are not used here.",
                    "Write the value out where it is needed.");
        }
    }

    private static Refused tagRefused(Spot path, Event event) {
        return new Refused(path.atLine(line(event)), "has a tag (!); they are not used here.", "Remove the tag.");
    }

    private Event next() {
        return events.next();
    }

    private static int lineOr(Spot path, Event start) {
        return path.line() > 0 ? path.line() : line(start);
    }

    private static int line(Event event) {
        return event.getStartMark().map(YamlText::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    /** Reading cannot go on. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Spot spot;
        private final String problem;
        private final String remedy;

        Refused(Spot spot, String problem, String remedy) {
            super(problem, null, false, false);
            this.spot = spot;
            this.problem = problem;
            this.remedy = remedy;
        }

        @Override
        public @Nullable String getMessage() {
            return problem;
        }
    }
}
