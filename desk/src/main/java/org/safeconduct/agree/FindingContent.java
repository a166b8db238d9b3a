package org.safeconduct.agree;

import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.accord.Words;
import org.safeconduct.record.Json;
import org.safeconduct.terms.PlanFinding;

/** Writes what planning says of clauses as the content of an entry. */
public final class FindingContent {
    private FindingContent() {}

    /** What an entry of type {@code finding} says of a text. */
    public static Map<String, Json> of(String text, PlanFinding finding) {
        TreeMap<String, Json> content = new TreeMap<>();
        content.put("text", new Json.Text(text));
        content.put(
                "judged",
                new Json.Items(finding.judged().stream()
                        .<Json>map(one -> texts(Map.of("clause", one.clause(), "wording", one.wording())))
                        .toList()));
        content.put(
                "files",
                texts(Map.of(
                        "plan", finding.files().plan(),
                        "problem", finding.files().problem(),
                        "scenario", finding.files().scenario(),
                        "network", finding.files().network())));
        content.put("expected", people(finding.expected()));
        content.put("at-most", people(finding.atMost()));
        content.put("outcome", new Json.Text(Words.of(finding.outcome())));
        return content;
    }

    private static Json texts(Map<String, String> texts) {
        TreeMap<String, Json> members = new TreeMap<>();
        texts.forEach((name, value) -> members.put(name, new Json.Text(value)));
        return new Json.Members(members);
    }

    private static Json people(PlanFinding.PeopleRange people) {
        return Json.Members.of(Map.of("low", new Json.Whole(people.low()), "high", new Json.Whole(people.high())));
    }
}
