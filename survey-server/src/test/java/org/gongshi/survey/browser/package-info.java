/** A real browser for tests (Chromium through Playwright); knows nothing of the survey. */
package org.gongshi.survey.browser;
