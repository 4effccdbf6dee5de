package social.greenroom.api.variant;

import jakarta.inject.Singleton;

/** What can be done with a variant, one class for each act. */
@Singleton
record VariantActs(
    Approving approving,
    TakingBack takingBack,
    Editing editing,
    Moving moving,
    Ending ending,
    Retrying retrying,
    Settling settling,
    Following following) {}
