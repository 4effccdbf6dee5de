/** A visitor from outside who tries an installation: from a request to a post on the sandbox. */
package social.greenroom.sandbox.rehearsal;
