package social.greenroom.standalone.kube.cel;

import java.util.Locale;
import org.projectnessie.cel.common.types.BoolT;
import org.projectnessie.cel.common.types.Err;
import org.projectnessie.cel.common.types.IntT;
import org.projectnessie.cel.common.types.ListT;
import org.projectnessie.cel.common.types.ref.Val;
import org.projectnessie.cel.common.types.traits.Adder;
import org.projectnessie.cel.common.types.traits.Comparer;

/** Kubernetes' functions over whole lists. */
enum ListFunctions {
  SUM {
    @Override
    Val step(Val sum, Val item) {
      return ((Adder) sum).add(item);
    }
  },
  MIN {
    @Override
    Val step(Val least, Val item) {
      return ((Comparer) item).compare(least).intValue() < 0 ? item : least;
    }
  },
  MAX {
    @Override
    Val step(Val most, Val item) {
      return ((Comparer) item).compare(most).intValue() > 0 ? item : most;
    }
  },
  ISSORTED {
    @Override
    Val of(ListT list) {
      for (int i = 1; i < size(list); i++) {
        if (((Comparer) item(list, i - 1)).compare(item(list, i)).intValue() > 0) {
          return BoolT.False;
        }
      }
      return BoolT.True;
    }
  };

  String function() {
    return this == ISSORTED ? "isSorted" : name().toLowerCase(Locale.ROOT);
  }

  boolean isPredicate() {
    return this == ISSORTED;
  }

  Val of(Val list) {
    return list instanceof ListT items ? of(items) : Err.noSuchOverload(null, function(), list);
  }

  Val of(ListT list) {
    if (size(list) == 0) {
      return this == SUM ? IntT.IntZero : Err.newErr("%s called on empty list", function());
    }
    Val result = item(list, 0);
    for (int i = 1; i < size(list); i++) {
      result = step(result, item(list, i));
    }
    return result;
  }

  /** Joins the next item with the result so far. */
  Val step(Val result, Val item) {
    return result;
  }

  private static long size(ListT list) {
    return list.size().intValue();
  }

  private static Val item(ListT list, long index) {
    return list.get(IntT.intOf(index));
  }
}
