package org.safeconduct.accord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Sealed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.terms.Label;

/**
 * The state of the talks after some entries of a record: a fold over the log.
 *
 * <p>The same entries in the same order give the same state, on every machine. Entries must come as the log holds them,
 * in order, and must be signed: {@link org.safeconduct.record.Admission} has seen to both. Not for several threads.
 */
public final class Accord {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Roster roster;
    private final TextRules textRules;
    private final DayRules dayRules;
    private final Sayings sayings = new Sayings();
    private final TalkRules talkRules;
    private final NoticeRules noticeRules;
    private final ClaimRules claimRules;
    private final SealRules sealRules;
    private final Map<String, TextState> texts = new LinkedHashMap<>();
    private final Map<Hash, Confidential> confidential = new HashMap<>();
    private final Set<Long> released = new HashSet<>();
    private final List<Instant> claimed = new ArrayList<>(); // by index
    private long size;
    private long withheld;

    /** An entry that is not for all parties, until its side releases it. */
    private record Confidential(String side, long index) {}

    /** The state before any entry. */
    public Accord(SignatureVerifier verifier) {
        this.roster = new Roster(verifier);
        this.textRules = new TextRules(roster);
        this.dayRules = new DayRules(roster);
        this.talkRules = new TalkRules(roster, sayings, texts::containsKey);
        this.noticeRules = new NoticeRules(roster, sayings);
        this.claimRules = new ClaimRules(sayings);
        this.sealRules = new SealRules(roster);
    }

    /** What is wrong with what an entry of a type would say; nothing where the accord has no rule for the type. */
    public static List<Flaw> listFlaws(String type, Json.Members content) {
        Content reading = Content.of(content);
        return SaidReader.read(type, reading).isEmpty() ? List.of() : reading.flaws();
    }

    /** Entries so far, with those withheld: the index of the next. */
    public long size() {
        return size;
    }

    /** The parties, with those who decide for them. */
    public List<Signatory> listSignatories() {
        return roster.listParties().stream()
                .map(side -> new Signatory(
                        side.id(),
                        side.name(),
                        side.principals().stream().map(Said.Person::office).toList(),
                        side.needs()))
                .toList();
    }

    /** Goes past an entry whose words are not here. What it might have changed is unknown from now on. */
    public Effect takeWithheld() {
        claimed.add(Instant.MAX);
        size++;
        withheld++;
        return new Effect.NotHeld();
    }

    /** Takes the next entry of the log. */
    public Effect take(Entry entry) {
        claimed.add(entry.body().claimed());
        Content content = Content.of(Sealed.without(entry.body().content()));
        Optional<Said> said = SaidReader.read(entry.body().type(), content);
        Effect effect = said.isEmpty()
                ? new Effect.OtherType()
                : content.flaws().isEmpty() ? apply(said.get(), entry) : new Effect.NotUnderstood(content.flaws());
        sealRules.note(entry, size);
        size++;
        return effect;
    }

    private Effect apply(Said said, Entry entry) {
        AuthorKey author = entry.body().author();
        if (said instanceof Said.Founding founding) {
            return roster.found(founding, entry);
        }
        if (said instanceof Said.FoundingConsent consent) {
            return roster.consent(consent, author);
        }
        Optional<Actor> actor = roster.findActor(author);
        if (actor.isEmpty()) {
            return roster.stranger(author);
        }
        Turn turn = new Turn(entry, size, actor.get());
        if (!roster.isFounded() && !(said instanceof Said.KeyRotation || said instanceof Said.KeyRevocation)) {
            return turn.not(Rule.NOT_FOUNDED, "", "wait until all principals have consented to the founding");
        }
        if (isMisplaced(said)) {
            return turn.not(
                    Rule.INCIDENTS_APART,
                    turn.entry().body().type(),
                    "found another record: incidents have one of their own");
        }
        Effect effect = act(said, turn);
        if (effect instanceof Effect.Taken) {
            noteConfidential(said, turn);
        }
        return effect;
    }

    /** Whether it belongs into the other kind of log: of talks, or of incidents. */
    private boolean isMisplaced(Said said) {
        return switch (said) {
            case Said.InAnyLog _ -> false;
            case Said.Claiming _ -> !roster.isOfIncidents();
            case Said.Talking talking ->
                roster.isOfIncidents() && !talking.said().isAlsoOfIncidents();
            case Said.OfText _, Said.Notifying _ -> roster.isOfIncidents();
        };
    }

    private void noteConfidential(Said said, Turn turn) {
        Voice voice = said.voice();
        String owner = turn.party(voice);
        Label label = turn.labelFor(owner, voice.assurance());
        if (label == Label.INTERNAL || label == Label.BILATERAL) {
            confidential.put(turn.entry().identity(), new Confidential(owner, turn.index()));
        }
    }

    private Effect act(Said said, Turn turn) {
        return switch (said) {
            case Said.Founding _, Said.FoundingConsent _ -> throw new IllegalStateException("handled before");
            case Said.Mandate one -> roster.mandate(one, turn);
            case Said.MandateEnd one -> roster.endMandate(one, turn);
            case Said.KeyRotation one -> roster.rotate(one, turn);
            case Said.KeyRevocation one -> roster.revoke(one, turn);
            case Said.Release one -> release(one, turn);
            case Said.Recipient one -> sealRules.announce(one, turn);
            case Said.Erasure one -> sealRules.erase(one, turn);
            case Said.ErasureConsent one -> sealRules.consent(one, turn);
            case Said.ErasureDone one -> sealRules.report(one, turn);
            case Said.Proposal one -> propose(one, turn);
            case Said.Amendment one ->
                onVersion(one.text(), one.version(), turn, text -> textRules.amend(text, one, turn));
            case Said.Answer one ->
                onVersion(one.text(), one.version(), turn, text -> textRules.answer(text, one, turn));
            case Said.Ratification one ->
                onVersion(one.text(), one.version(), turn, text -> textRules.ratify(text, one, turn));
            case Said.Withdrawal one -> onLiving(one.text(), turn, text -> textRules.withdraw(text, one, turn));
            case Said.Finding one -> onLiving(one.text(), turn, text -> textRules.judge(text, one, turn));
            case Said.Fulfilment one -> onLiving(one.text(), turn, text -> textRules.fulfil(text, one, turn));
            case Said.Confirmation one -> onLiving(one.text(), turn, text -> dayRules.confirm(text, one, turn));
            case Said.Suspension one -> onText(one.text(), turn, text -> dayRules.suspend(text, one, turn));
            case Said.Opening one ->
                onLiving(one.text(), turn, text -> dayRules.open(text, standing(text, turn), turn));
            case Said.Closing one -> onText(one.text(), turn, dayRules::close);
            case Said.Observation one -> onText(one.text(), turn, text -> dayRules.observe(text, one, turn));
            case Said.Talking one -> talkRules.take(one.said(), turn);
            case Said.Notifying one -> noticeRules.take(one.said(), turn);
            case Said.Claiming one -> claimRules.take(one.said(), turn);
        };
    }

    private Effect release(Said.Release said, Turn turn) {
        for (Hash one : said.entries()) {
            Confidential entry = confidential.get(one);
            if (entry == null || !entry.side().equals(turn.side())) {
                return turn.not(
                        Rule.UNKNOWN_SUBJECT,
                        one.toHex(),
                        "name entries of your own side that not all parties see yet");
            }
        }
        said.entries()
                .forEach(one ->
                        Optional.ofNullable(confidential.remove(one)).ifPresent(entry -> released.add(entry.index())));
        return TAKEN;
    }

    private Effect propose(Said.Proposal said, Turn turn) {
        if (!turn.actor().may(Said.Right.PROPOSE)) {
            return turn.needs(Said.Right.PROPOSE, said.text());
        }
        if (texts.containsKey(said.text())) {
            return turn.not(Rule.NAME_TAKEN, said.text(), "amend the text of this name, or choose another name");
        }
        if (said.replaces().filter(old -> !texts.containsKey(old)).isPresent()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.replaces().get(), "name the text that it is to replace");
        }
        if (said.meeting().filter(meeting -> !talkRules.hasMeeting(meeting)).isPresent()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.meeting().get(), "name a meeting that is in the record");
        }
        Optional<Effect> unfit = textRules.findUnfit(said.clauses(), said.kind(), turn);
        if (unfit.isEmpty()) {
            texts.put(said.text(), new TextState(said, turn));
        }
        return unfit.orElse(TAKEN);
    }

    private Effect onText(String id, Turn turn, Function<TextState, Effect> rule) {
        TextState text = texts.get(id);
        return text == null ? turn.not(Rule.UNKNOWN_SUBJECT, id, "name a text that was proposed") : rule.apply(text);
    }

    /** On a text that can still change. */
    private Effect onLiving(String id, Turn turn, Function<TextState, Effect> rule) {
        return onText(
                id,
                turn,
                text -> text.withdrawn().isPresent()
                        ? turn.not(Rule.TEXT_ENDED, id, "propose another text: this one was withdrawn")
                        : rule.apply(text));
    }

    /** On the version that its author has read. */
    private Effect onVersion(String id, Hash version, Turn turn, Function<TextState, Effect> rule) {
        return onLiving(
                id,
                turn,
                text -> text.version().equals(version)
                        ? rule.apply(text)
                        : turn.not(
                                Rule.OTHER_VERSION,
                                id,
                                "read version " + text.number() + ", " + text.version() + ", and say it again"));
    }

    /** Where a text stands if everything was written when its author says: the fold has no other clock. */
    private Standing standing(TextState text, Turn turn) {
        Times asClaimed = index -> new Times.Interval(claimed.get((int) index), claimed.get((int) index));
        Viewpoint then = new Viewpoint(turn.claimed(), asClaimed, Viewpoint.EVERYTHING);
        return AccordView.readTexts(held(), then).stream()
                .filter(one -> one.id().equals(text.proposal().text()))
                .findFirst()
                .orElseThrow()
                .asHeld();
    }

    /** How all stands at a moment, for the facilitator's team; nothing shows when entries were written. */
    public AccordView view(Instant at) {
        return view(new Viewpoint(at, Times.UNKNOWN, Viewpoint.EVERYTHING));
    }

    /** How all stands, as somebody may see it. */
    public AccordView view(Viewpoint from) {
        return AccordView.of(held(), from);
    }

    private AccordView.Held held() {
        return new AccordView.Held(roster, texts, sayings, released, size, withheld);
    }

    /**
     * What entries hold sealed, in the order of the log, and what of it is erased; of those entries only that a reader may
     * see.
     */
    public List<SealView> seals(Viewpoint from) {
        return sealRules.view(entry -> isShown(entry, from));
    }

    private boolean isShown(SealRules.Seal seal, Viewpoint from) {
        Confidential hidden = confidential.get(seal.entry());
        return hidden == null
                ? released.contains(seal.index()) || from.sees(seal.side(), seal.label())
                : from.sees(hidden.side(), Label.BILATERAL);
    }

    /** With which age recipients words are sealed for a side, by its id; none if it has announced none. */
    public List<String> recipients(String side) {
        return sealRules.recipients(side);
    }

    /** The age recipient that a key has announced. */
    public Optional<String> findRecipient(AuthorKey author) {
        return sealRules.findRecipient(author);
    }
}
