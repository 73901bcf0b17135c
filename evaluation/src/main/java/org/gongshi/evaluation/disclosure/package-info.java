/**
 * Can anybody be made out from what is published (披露审计)? An attacker's linear programmes over all tables of a release and its
 * earlier versions, built from the published numbers alone, so that the server's release and the site's gate ask the same.
 * The policy is in {@code docs/results.md}.
 */
package org.gongshi.evaluation.disclosure;
