package org.safeconduct.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.ClauseKind;
import org.safeconduct.scenario.ZoneNames;
import org.safeconduct.terms.Place;

/** Clauses in words, with every moment in the zones of the talks. */
public final class ClauseWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final List<ZoneId> zones;

    /** Told in these zones, in English; in UTC if there are none. */
    public ClauseWords(List<ZoneId> zones) {
        this(zones, Messages.english());
    }

    /** Told in another language. */
    ClauseWords(List<ZoneId> zones, Messages messages) {
        this.messages = messages;
        this.zones = zones.isEmpty() ? List.of(ZoneOffset.UTC) : List.copyOf(zones);
    }

    Messages messages() {
        return messages;
    }

    String kind(ClauseKind kind) {
        return word("accord.clause-kind", kind);
    }

    /** What a clause says: what can be compared first, then its words in all languages. */
    String matter(Clause clause) {
        if (clause.isLeftOpen()) {
            return say("accord.left-open");
        }
        String words = String.join(" / ", clause.says().values());
        String matter = matter(clause.matter());
        return words.isEmpty() ? matter : matter.isEmpty() ? words : matter + ". " + words;
    }

    /** What of a clause can be compared. */
    String matter(Clause.Matter matter) {
        return switch (matter) {
            case Clause.Hours hours ->
                hours.windows().stream()
                        .map(window -> say("accord.hours", moments(window.from()), moments(window.to())))
                        .collect(Collectors.joining("; "));
            case Clause.Points points ->
                points.places().stream().map(ClauseWords::name).collect(Collectors.joining(", "));
            case Clause.Route route -> route.legs().stream().map(this::leg).collect(Collectors.joining("; "));
            case Clause.Groups groups -> groups(groups);
            case Clause.Conditions conditions ->
                conditions.conditions().stream()
                        .map(one -> say("accord.condition", one.says(), moments(one.by()), one.proof()))
                        .collect(Collectors.joining("; "));
            case Clause.WordsOnly _ -> "";
        };
    }

    private static String name(Place place) {
        return place.otherNames().isEmpty() ? place.name() : place.name() + " / " + place.otherNames();
    }

    private String leg(Clause.Leg leg) {
        return leg.confirmedBy().isEmpty()
                ? say("accord.leg.unconfirmed", leg.from(), leg.to())
                : say("accord.leg", leg.from(), leg.to(), leg.confirmedBy());
    }

    private String groups(Clause.Groups groups) {
        List<String> all = new ArrayList<>();
        groups.groups().forEach(one -> all.add(group(one.who(), one.mayLeave())));
        if (groups.everyoneElse().who().isEmpty()) {
            all.add(say("accord.group.gap"));
        } else {
            all.add(group(say("accord.group.else"), groups.everyoneElse().mayLeave()));
        }
        return String.join("; ", all);
    }

    private String group(String who, boolean may) {
        return say(may ? "accord.group.may" : "accord.group.may-not", who);
    }

    /** A moment in every zone of the talks. */
    String moments(Instant moment) {
        return zones.stream()
                .map(zone -> MOMENT.format(moment.atZone(zone)) + " " + ZoneNames.of(zone))
                .collect(Collectors.joining(" = "));
    }

    /** The words for a constant, by key and name. */
    String word(String key, Enum<?> constant) {
        return messages.text(
                key + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String say(String key, Object... values) {
        return messages.text(key, values);
    }
}
