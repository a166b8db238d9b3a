package org.safeconduct.accord;

import java.util.Locale;

/** How a constant is written in an entry: {@code AID_IN} as {@code aid in}. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
