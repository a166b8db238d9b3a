/**
 * Files that are there whole or not at all.
 *
 * <p>A file is written beside its place, brought to the disk, and then put in its place by a rename, which the folder
 * is brought to the disk after:
 *
 * <pre>
 *   create NAME.new ─► sync it ─► rename to NAME ─► sync the folder
 * </pre>
 *
 * <pre>{@code
 * WholeFile.replace(Disk.real(), folder.resolve("checkpoint"), note.write());
 * }</pre>
 *
 * <p>Promised: after a crash or an error at any of the four steps the file holds what it held before or what was to be
 * written, and only its owner can read it. Not done: locking; two that write one file at once must agree beforehand.
 */
@NullMarked
package org.safeconduct.disk;

import org.jspecify.annotations.NullMarked;
