package org.safeconduct.store;

import org.safeconduct.record.Hash;

/**
 * What a log says of an entry that it keeps; the same every time.
 *
 * @param index its place in the log, from 0
 * @param identity which entry it is
 */
public record Receipt(long index, Hash identity) {}
