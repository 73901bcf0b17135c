/** What happens between a closed survey and the content folder: the release, and the indices taken over into the scores. */
package org.gongshi.survey.release;
