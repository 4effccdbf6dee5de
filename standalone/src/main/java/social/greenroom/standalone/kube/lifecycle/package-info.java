/**
 * What happens by itself: garbage collection, namespaces that go, definitions that are served, old
 * events.
 */
@NullMarked
package social.greenroom.standalone.kube.lifecycle;

import org.jspecify.annotations.NullMarked;
