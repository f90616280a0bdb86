package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.MatchContext;

/**
 * The prefixes that are declared at a place, for values that are qualified names. Each declaration
 * is linked to those around it.
 *
 * @param prefix empty for the default namespace
 * @param uri empty where a declaration is taken back
 * @param outer what is declared around it; null outside the root
 */
record Scope(String prefix, String uri, Scope outer) implements MatchContext {

  /** Nothing but what XML itself declares. */
  static final Scope NONE = new Scope("xml", "http://www.w3.org/XML/1998/namespace", null);

  @Override
  public String resolveNamespacePrefix(String sought) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.prefix.equals(sought)) {
        return scope.uri.isEmpty() && !sought.isEmpty() ? null : scope.uri;
      }
    }
    return sought.isEmpty() ? "" : null;
  }

  @Override
  public String getPrefix(String namespace) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.uri.equals(namespace)) {
        return scope.prefix;
      }
    }
    return namespace.isEmpty() ? "" : null;
  }

  @Override
  public String getBaseUri() {
    return null;
  }

  @Override
  public boolean isUnparsedEntity(String name) {
    return false; // a document with a DOCTYPE is refused
  }

  @Override
  public boolean isNotation(String name) {
    return false;
  }
}
