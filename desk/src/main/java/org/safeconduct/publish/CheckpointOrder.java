package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.ClauseKind;
import org.safeconduct.agree.Differences;

/**
 * What a checkpoint on one segment must know, on one page: way, hours, who may leave, vehicles, screening, whom to call, and when to stop.
 * Signed at the checkpoint, it is what a confirmation of the order speaks of.
 */
public final class CheckpointOrder {
    private static final List<ClauseKind> KINDS = List.of(
            ClauseKind.TIME,
            ClauseKind.DIRECTION,
            ClauseKind.WHO,
            ClauseKind.VEHICLES,
            ClauseKind.SCREENING,
            ClauseKind.ESCORT,
            ClauseKind.STOP_RULE);
    private static final int DENSE = 1000;
    private static final int DENSER = 2400;

    private final Printing printing;
    private final Clause.Leg leg;
    private final List<String> hotlines;
    private final List<Tongue> tongues;

    private CheckpointOrder(Printing printing, Clause.Leg leg, List<String> hotlines) {
        this.printing = printing;
        this.leg = leg;
        this.hotlines = List.copyOf(hotlines);
        this.tongues = printing.tongues();
    }

    /**
     * The file.
     *
     * @param segment of the text's route
     * @param hotlines whom to call, with numbers and call signs; room to write one in if there is none
     */
    public static String html(Printing printing, String segment, List<String> hotlines) {
        Clause.Leg leg = printing.findLeg(segment)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no segment " + segment + " in " + printing.text().id()));
        CheckpointOrder order = new CheckpointOrder(printing, leg, hotlines);
        String title = Tongue.both(printing.tongues(), "order.title", segment);
        return new Sheet(printing, "order " + order.density()).write(title, html -> order.body(html, title));
    }

    /** The more there is to say, the smaller it is written, so that it stays one page. */
    private String density() {
        int letters = listClauses().stream()
                .flatMap(clause -> tongues.stream()
                        .map(tongue -> clause.says().getOrDefault(tongue.tag(), "")
                                + tongue.words().matter(clause.matter())))
                .mapToInt(String::length)
                .sum();
        return letters > DENSER ? "denser" : letters > DENSE ? "dense" : "usual";
    }

    private List<Clause> listClauses() {
        List<Clause> clauses = new ArrayList<>();
        for (ClauseKind kind : KINDS) {
            printing.text().clauses().stream()
                    .filter(clause -> clause.kind() == kind)
                    .forEach(clauses::add);
        }
        return clauses;
    }

    private void body(Markup html, String title) {
        html.element("h1", title).line();
        boolean isAgreed = printing.text().standing().isAgreed();
        for (Tongue tongue : tongues) {
            String standing = tongue.word("accord.standing", printing.text().standing());
            html.open("p", "class", isAgreed ? "standing" : "standing none", "lang", tongue.formTag())
                    .element("strong", isAgreed ? standing : tongue.say("order.none", standing))
                    .close("p")
                    .line();
            if (!tongue.isSpoken()) {
                break;
            }
        }
        table(html);
        hotline(html);
        acknowledgement(html);
    }

    private void table(Markup html) {
        html.open("table", "class", "clauses").line();
        Columns columns = new Columns(html, tongues);
        columns.head();
        columns.row(Tongue.both(tongues, "accord.clause-kind.route"), tongue -> {
            html.element("p", tongue.leg(leg), "lang", tongue.formTag());
            for (String end : List.of(leg.from(), leg.to())) {
                Differences.findPlace(printing.text().clauses(), end)
                        .ifPresent(place -> html.element("p", place.name() + ": " + DoubtWords.position(place)));
            }
        });
        for (Clause clause : listClauses()) {
            String kind = String.join(
                    " / ",
                    tongues.stream()
                            .map(one -> one.words().kind(clause.kind()))
                            .distinct()
                            .toList());
            columns.row(kind, tongue -> tongue.clause(html, clause));
        }
        html.close("table").line();
    }

    private void hotline(Markup html) {
        html.open("section").element("h2", Tongue.both(tongues, "order.hotline"));
        hotlines.forEach(one -> html.element("p", one, "class", "hotline"));
        if (hotlines.isEmpty()) {
            html.element("p", Tongue.both(tongues, "order.call") + ":", "class", "line");
        }
        html.close("section").line();
    }

    private void acknowledgement(Markup html) {
        html.open("section", "class", "acknowledgement");
        html.element("h2", Tongue.both(tongues, "order.known"));
        for (String line : List.of("order.checkpoint", "print.name", "order.time", "print.signature")) {
            html.element("p", Tongue.both(tongues, line) + ":", "class", "line");
        }
        html.close("section").line();
    }
}
