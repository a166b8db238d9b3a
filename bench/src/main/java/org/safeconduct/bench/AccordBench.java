package org.safeconduct.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.safeconduct.accord.Accord;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Effect;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.Signer;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.TreeHead;
import org.safeconduct.terms.Label;

/**
 * Folds many entries of talks: answers, amendments, decisions, confirmations, observations, as they come in long talks about many
 * texts. Entries are not signed, since the fold does not look at signatures; bytes are read as the log holds them.
 */
final class AccordBench {
    private static final int USUAL = 1_000_000;
    private static final int TEXTS = 20;
    private static final int LOOKED_AT = 10_000;
    private static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");

    private final Accord accord = new Accord(new StrictEd25519());
    private final Map<String, ChainHead> chains = new HashMap<>();
    private final Map<String, AuthorKey> keys = new HashMap<>();
    private final Random random = new Random(1);
    private String identity = "";
    private long folding;
    private long reading;
    private long taken;

    public static void main(String[] args) throws Malformed {
        new AccordBench().run(args.length > 0 ? Integer.parseInt(args[0]) : USUAL);
    }

    private void run(int entries) throws Malformed {
        say("f", "founding", founding());
        String consent = "{\"founding\":\"" + identity + "\"}";
        for (String who : List.of("a", "b")) {
            say(who, "founding-consent", consent);
        }
        for (int text = 0; text < TEXTS; text++) {
            say("f", "proposal", proposal("t" + text));
        }
        long worst = 0;
        long looked = 0;
        long looking = 0;
        String[] versions = new String[TEXTS];
        Arrays.fill(versions, "");
        for (int i = 0; i < entries; i++) {
            int text = random.nextInt(TEXTS);
            if (versions[text].isEmpty()) {
                versions[text] = view().text("t" + text).orElseThrow().version().toHex();
            }
            String type = next(text, versions);
            if (type.equals("amendment")) {
                versions[text] = "";
            }
            if (i % Math.max(1, entries / LOOKED_AT) == 0) {
                long start = System.nanoTime();
                view();
                long took = System.nanoTime() - start;
                looking += took;
                looked++;
                worst = i > entries / 10 ? Math.max(worst, took) : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d entries, %,d of them taken: read in %.1f s, folded in %.1f s%n"
                        + "state of all %d texts after a new entry: %.3f ms on average, %.3f ms at most%n",
                entries,
                taken,
                reading / 1e9,
                folding / 1e9,
                TEXTS,
                looking / 1e6 / looked,
                worst / 1e6);
    }

    private AccordView view() {
        return accord.view(NINE);
    }

    private String next(int text, String[] versions) throws Malformed {
        String who = random.nextBoolean() ? "a" : "b";
        String on = "{\"text\":\"t" + text + "\",\"version\":\"" + versions[text] + "\"";
        int kind = random.nextInt(20);
        if (kind == 0) {
            say(
                    "f",
                    "amendment",
                    on + ",\"clauses\":[{\"id\":\"aid\",\"kind\":\"aid in\",\"says\":{\"en\":\"" + random.nextInt()
                            + " trucks\"}}]}");
            return "amendment";
        }
        if (kind < 8) {
            say(who, "answer", on + ",\"clauses\":[{\"clause\":\"*\",\"says\":\"accepted\"}]}");
            return "answer";
        }
        if (kind < 12) {
            say(who, "ratification", on + "}");
            return "ratification";
        }
        if (kind < 17) {
            say(who, "confirmation", "{\"text\":\"t" + text + "\",\"segment\":\"s" + who + "\",\"of\":\"silence\"}");
            return "confirmation";
        }
        say(
                "f",
                "observation",
                "{\"text\":\"t" + text + "\",\"segments\":[],\"saw\":\"cars\",\"at\":\"2022-03-05T11:00:00Z\"}");
        return "observation";
    }

    private void say(String who, String type, String content) throws Malformed {
        ChainHead head = chains.getOrDefault(who, ChainHead.START);
        Json json = CanonicalJson.parse(content.getBytes(StandardCharsets.UTF_8));
        EntryBody body = new EntryBody(
                "example.org/bench",
                type,
                key(who),
                head.next(),
                head.identity(),
                TreeHead.EMPTY,
                NINE,
                Hash.NONE,
                Label.PARTIES,
                Bytes.of(new byte[16]),
                List.of(),
                List.of(),
                (Json.Members) json);
        Bytes leaf = unsigned(body);
        long start = System.nanoTime();
        Entry entry = Entry.read(leaf);
        long read = System.nanoTime();
        Effect effect = accord.take(entry);
        long end = System.nanoTime();
        reading += read - start;
        folding += end - read;
        taken += effect instanceof Effect.Taken ? 1 : 0;
        identity = entry.identity().toHex();
        chains.put(who, ChainHead.after(entry));
    }

    private static SeedSigner signer(String who) {
        return new SeedSigner(Hash.of(Bytes.ofText(who)).toArray());
    }

    private AuthorKey key(String who) {
        return keys.computeIfAbsent(who, one -> AuthorKey.of(signer(one)));
    }

    /** A leaf with zeros for a signature. */
    private static Bytes unsigned(EntryBody body) {
        return Entry.sign(body, new Zeros(body.author())).leaf();
    }

    /** Signs with zeros. */
    private record Zeros(AuthorKey author) implements Signer {
        @Override
        public Bytes key() {
            return author.key();
        }

        @Override
        public Bytes sign(byte[] message) {
            return Bytes.of(new byte[64]);
        }
    }

    private String founding() {
        return """
            {"title":"Bench","parties":[
              {"id":"a","name":"A","principals":[{"office":"a","key":"%s"}]},
              {"id":"b","name":"B","principals":[{"office":"b","key":"%s"}]}],
             "facilitator":{"id":"f","name":"F","principals":[{"office":"f","key":"%s"}]}}
            """.formatted(key("a").toHex(), key("b").toHex(), key("f").toHex());
    }

    private static String proposal(String id) {
        return """
            {"text":"%s","kind":"corridor","title":"Bench","clauses":[
              {"id":"hours","kind":"time","windows":[{"from":"2022-03-05T07:00:00Z","to":"2022-03-05T14:00:00Z","zone":"UTC"}]},
              {"id":"places","kind":"place","places":[
                {"id":"x","name":"X","latitude":1,"longitude":1},{"id":"y","name":"Y","latitude":2,"longitude":1}]},
              {"id":"route","kind":"route","legs":[
                {"id":"sa","from":"x","to":"y","confirmed-by":"a"},{"id":"sb","from":"y","to":"x","confirmed-by":"b"}]},
              {"id":"who","kind":"who","everyone-else-may-leave":true},
              {"id":"aid","kind":"aid in","says":{"en":"two trucks"}}]}
            """.formatted(id);
    }
}
