package org.safeconduct.scenario;

import java.time.Instant;
import java.time.ZoneId;

/** What a time zone is called in front of people. */
public final class ZoneNames {
    private ZoneNames() {}

    /** Its id; of zones without a city, such as {@code Etc/GMT-2}, what they mean: {@code UTC+02:00}, which the id says the wrong way round. */
    public static String of(ZoneId zone) {
        boolean isFixed = zone.getRules().isFixedOffset();
        if (!isFixed) {
            return zone.getId();
        }
        String offset = zone.getRules().getOffset(Instant.EPOCH).getId();
        return offset.equals("Z") ? "UTC" : "UTC" + offset;
    }
}
