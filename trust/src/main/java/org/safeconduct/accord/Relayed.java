package org.safeconduct.accord;

/** Said over the radio to the author, who writes it down. */
public record Relayed(String by, String means) {}
