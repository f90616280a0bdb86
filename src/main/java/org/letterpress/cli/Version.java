package org.letterpress.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "letterpress " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
    };
  }
}
