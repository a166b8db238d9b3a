/** Runs the command as a user does: words in, text and exit code out, files in a temporary folder. */
@NullMarked
package org.safeconduct.cli;

import org.jspecify.annotations.NullMarked;
