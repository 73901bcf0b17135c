/** What the public site says about itself, and the texts around the rounds. */
package org.gongshi.evaluation.site;
