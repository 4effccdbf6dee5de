/** Misbehaviour on demand. */
@NullMarked
package social.greenroom.sandbox.fault;

import org.jspecify.annotations.NullMarked;
