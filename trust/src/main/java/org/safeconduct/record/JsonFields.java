package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The members of an object of which all names are known and none may be absent. */
record JsonFields(Json.Members all) {

    static JsonFields of(Json value, Set<String> names) throws Malformed {
        if (!(value instanceof Json.Members members)) {
            throw new Malformed("not an object; write its members in braces");
        }
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(members.values().keySet());
        Set<String> unknown = new TreeSet<>(members.values().keySet());
        unknown.removeAll(names);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new Malformed((missing.isEmpty() ? "" : "without " + String.join(", ", missing) + "; ")
                    + (unknown.isEmpty() ? "" : "with unknown " + String.join(", ", unknown) + "; ")
                    + "write exactly " + String.join(", ", new TreeSet<>(names)));
        }
        return new JsonFields(members);
    }

    String text(String name) throws Malformed {
        return get(name, Json.Text.class, "text in double quotes").value();
    }

    long whole(String name) throws Malformed {
        return get(name, Json.Whole.class, "a whole number").value();
    }

    Json.Members members(String name) throws Malformed {
        return get(name, Json.Members.class, "an object");
    }

    Hash hash(String name) throws Malformed {
        try {
            return Hash.ofHex(text(name));
        } catch (Malformed e) {
            throw e.in(name);
        }
    }

    List<String> texts(String name) throws Malformed {
        List<String> texts = new ArrayList<>();
        for (Json item : get(name, Json.Items.class, "an array").values()) {
            if (!(item instanceof Json.Text text)) {
                throw new Malformed(name + " holds something other than text; write each in double quotes");
            }
            texts.add(text.value());
        }
        return texts;
    }

    Json value(String name) {
        return all.find(name).orElseThrow(() -> new IllegalStateException("checked when made: " + name));
    }

    private <T extends Json> T get(String name, Class<T> kind, String remedy) throws Malformed {
        Json value = value(name);
        if (!kind.isInstance(value)) {
            throw new Malformed(name + " is something else; write " + remedy);
        }
        return kind.cast(value);
    }
}
