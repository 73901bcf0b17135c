/** SHA-256 digests over exact bytes: what decisions and manifests are bound to; and random numbers made of them. */
package org.gongshi.evaluation.digest;
