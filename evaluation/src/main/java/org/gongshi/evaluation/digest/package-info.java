/** SHA-256 digests over exact bytes: what decisions and manifests are bound to. */
package org.gongshi.evaluation.digest;
