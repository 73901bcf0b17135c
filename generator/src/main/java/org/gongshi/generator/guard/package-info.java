/** Holds the final bytes of a site against what must never be public (个人信息扫描). Knows no other step. */
package org.gongshi.generator.guard;
