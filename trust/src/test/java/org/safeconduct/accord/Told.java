package org.safeconduct.accord;

import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Effects and states in the words of the vectors. */
final class Told {
    private static final JsonMapper JSON = new JsonMapper();

    private final Story story;

    Told(Story story) {
        this.story = story;
    }

    static ObjectNode of(Effect effect) {
        ObjectNode told = JSON.createObjectNode();
        return switch (effect) {
            case Effect.Taken _ -> told.put("effect", "taken");
            case Effect.NotAccepted not ->
                told.put("effect", "not accepted")
                        .put("reason", Words.of(not.rule()))
                        .put("about", not.about())
                        .put("side", not.party());
            case Effect.NotUnderstood _ -> told.put("effect", "not understood");
            case Effect.OtherType _ -> told.put("effect", "other type");
            case Effect.NotHeld _ -> told.put("effect", "not held");
        };
    }

    ObjectNode of(AccordView view) {
        ObjectNode told = JSON.createObjectNode().put("founded", view.isFounded());
        view.awaited().forEach(told.putArray("awaited")::add);
        ObjectNode texts = told.putObject("texts");
        view.texts().forEach(text -> texts.set(text.id(), of(text)));
        told.set("said", of(view.talks()));
        return told;
    }

    private ObjectNode of(TextView text) {
        ObjectNode told = JSON.createObjectNode()
                .put("standing", Words.of(text.standing()))
                .put("as-held", Words.of(text.asHeld()))
                .put("number", text.number())
                .put("version", text.version().toHex())
                .put("day", Words.of(text.day()));
        for (String list : List.of("points", "answers", "decisions", "stale", "observations")) {
            told.putArray(list);
        }
        text.points().forEach(point -> told.withArray("points").add(of(point)));
        ObjectNode segments = told.putObject("segments");
        text.segments().forEach(one -> segments.put(one.segment(), Words.of(one.state())));
        for (TextView.ClauseReply one : text.replies()) {
            told.withArray("answers")
                    .addObject()
                    .put("entry", story.nameOf(one.entry()))
                    .put("clause", one.clause())
                    .put("party", one.party())
                    .put("says", Words.of(one.stance()))
                    .put("assurance", Words.of(one.assurance()))
                    .put("in-question", one.isInQuestion());
        }
        for (TextView.Decision one : text.decisions()) {
            told.withArray("decisions")
                    .addObject()
                    .put("entry", story.nameOf(one.entry()))
                    .put("party", one.party())
                    .put("office", one.office())
                    .put("assurance", Words.of(one.assurance()))
                    .put("counts", one.isCounted())
                    .put("in-question", one.isInQuestion());
        }
        for (TextView.FoundByPlanning one : text.findings()) {
            one.stale().forEach(told.withArray("stale")::add);
        }
        text.observations().forEach(one -> told.withArray("observations").add(story.nameOf(one.entry())));
        return told;
    }

    private static JsonNode of(Point point) {
        ObjectNode told = JSON.createObjectNode();
        return switch (point) {
            case Point.ToFill one -> told.put("to", "fill").put("kind", Words.of(one.kind()));
            case Point.ToFillOrLeaveOpen one ->
                told.put("to", "fill or leave open").put("kind", Words.of(one.kind()));
            case Point.ToAnswer one ->
                told.put("to", "answer").put("clause", one.clause().id()).put("party", one.party());
            case Point.NotShared one ->
                told.put("to", "share").put("clause", one.clause().id()).put("party", one.party());
            case Point.Differs one ->
                told.put("to", "accept")
                        .put("clause", one.clause().id())
                        .put("party", one.party())
                        .put("says", Words.of(one.stance()))
                        .put("if", one.condition());
            case Point.InPrincipleOnly one ->
                told.put("to", "bind")
                        .put("clause", one.clause().id())
                        .put("party", one.party())
                        .put("why", Words.of(one.why()));
            case Point.ToDecide one -> {
                told.put("to", "decide").put("party", one.party());
                told.put("has", one.has()).put("needs", one.needs());
                one.offices().forEach(told.putArray("offices")::add);
                yield told;
            }
        };
    }

    private ObjectNode of(TalksView talks) {
        ObjectNode told = JSON.createObjectNode();
        told.set("meetings", all(talks.meetings(), (to, one) -> to.put("place", one.place())));
        told.set("statements", all(talks.statements(), (_, _) -> {}));
        told.set("positions", all(talks.positions(), (to, one) -> to.put("view", Words.of(one.view()))));
        told.set("undertakings", all(talks.undertakings(), (_, _) -> {}));
        told.set("outcomes", all(talks.outcomes(), (to, one) -> to.put("became", Words.of(one.became()))));
        told.set(
                "derivations",
                all(talks.derivations(), (to, one) -> to.put("low", one.low()).put("high", one.high())));
        told.set("incidents", all(talks.incidents(), (_, _) -> {}));
        told.set("claims", all(talks.claims(), (_, _) -> {}));
        told.set("assessments", all(talks.assessments(), (to, one) -> to.put("found", Words.of(one.found()))));
        ArrayNode notices = told.putArray("notices");
        for (TalksView.NoticeView one : talks.notices()) {
            ObjectNode notice = notices.addObject().put("number", one.number()).put("lapsed", one.hasLapsed());
            notice.setAll(of(one.notice()));
            notice.set("steps", all(one.steps(), (to, step) -> to.put("became", Words.of(step.became()))));
        }
        return told;
    }

    private <T> ArrayNode all(List<Heard<T>> heard, BiConsumer<ObjectNode, T> more) {
        ArrayNode told = JSON.createArrayNode();
        for (Heard<T> one : heard) {
            ObjectNode item = of(one);
            more.accept(item, one.said());
            told.add(item);
        }
        return told;
    }

    private ObjectNode of(Heard<?> one) {
        return JSON.createObjectNode()
                .put("entry", story.nameOf(one.entry()))
                .put("by", one.by())
                .put("party", one.party())
                .put("assurance", Words.of(one.assurance()))
                .put("in-question", one.isInQuestion());
    }
}
