/** Runs the operator's Jobs on this machine, as the Job controller and a kubelet would. */
@NullMarked
package social.greenroom.standalone.jobs;

import org.jspecify.annotations.NullMarked;
