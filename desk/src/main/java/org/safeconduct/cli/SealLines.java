package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.safeconduct.accord.SealView;
import org.safeconduct.accord.Words;
import org.safeconduct.record.Hash;

/** Sealed words, as a screen and {@code --json} tell of them. */
final class SealLines {
    private SealLines() {}

    /**
     * What {@code --json} prints of one entry's.
     *
     * @param words {@code held}, {@code unknown} or {@code erased}
     * @param ground of the erasure; empty if none was asked for
     */
    record Written(
            long entry,
            String identity,
            String side,
            List<String> readers,
            String words,
            String erasure,
            String ground,
            boolean decided,
            List<String> consented,
            List<String> destroyed) {}

    static List<Written> written(List<SealView> seals, Predicate<Hash> isHeld) {
        return seals.stream()
                .map(one -> new Written(
                        one.index(),
                        one.entry().toHex(),
                        one.side(),
                        one.readers(),
                        Words.of(one.known(isHeld)),
                        one.erasure().map(asked -> asked.id().toHex()).orElse(""),
                        one.erasure().map(SealView.Asked::ground).orElse(""),
                        one.isErased(),
                        one.erasure().map(SealView.Asked::by).orElse(List.of()),
                        one.erasure().map(SealView.Asked::reported).orElse(List.of())))
                .toList();
    }

    /** A line for each, and a line for an erasure asked for. */
    static List<String> lines(List<SealView> seals, Predicate<Hash> isHeld) {
        List<String> lines = new ArrayList<>();
        for (SealView one : seals) {
            String whose = one.side().isEmpty() ? Texts.text("sealed.nobody") : one.side();
            lines.add(Texts.text(
                    "sealed.line",
                    Texts.number(one.index()),
                    whose,
                    String.join(", ", one.readers()),
                    Texts.text("sealed.known." + one.known(isHeld))));
            one.erasure().ifPresent(asked -> lines.add(erasure(asked)));
        }
        return lines;
    }

    static String erasure(SealView.Asked asked) {
        String by = asked.by().isEmpty() ? Texts.text("sealed.nobody") : String.join("; ", asked.by());
        String line = Texts.text(asked.isDecided() ? "sealed.erased" : "sealed.asked", asked.ground(), by);
        return asked.reported().isEmpty()
                ? line
                : line + " " + Texts.text("sealed.reported", String.join(", ", asked.reported()));
    }
}
