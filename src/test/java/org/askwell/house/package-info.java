/** What the tests of the whole house share: servers, databases, browsers. Start with {@link org.askwell.house.Server}. */
package org.askwell.house;
