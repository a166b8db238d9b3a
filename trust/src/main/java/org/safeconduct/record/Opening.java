package org.safeconduct.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy makes of a signed checkpoint. */
public sealed interface Opening {

    /**
     * The log signed it.
     *
     * @param seenBy cosignatures that count, by the policy's names of the witnesses
     * @param unseenBy the other witnesses of the policy
     * @param isSettled whether enough witnesses have seen it
     */
    record Trusted(Checkpoint checkpoint, Map<String, Cosignature> seenBy, List<String> unseenBy, boolean isSettled)
            implements Opening {
        public Trusted {
            seenBy = Collections.unmodifiableMap(new LinkedHashMap<>(seenBy));
            unseenBy = List.copyOf(unseenBy);
        }
    }

    /** It is not the log's word. */
    record NotTrusted(String why) implements Opening {}
}
