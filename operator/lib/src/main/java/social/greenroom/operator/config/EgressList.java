package social.greenroom.operator.config;

import org.eclipse.microprofile.config.spi.Converter;
import social.greenroom.core.egress.EgressPolicy;

/** The list of what Jobs may call besides, so that one that can't be read stops the operator. */
public final class EgressList implements Converter<String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String convert(String value) {
    EgressPolicy.allowing(value);
    return value;
  }
}
