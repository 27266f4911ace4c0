export const refusals = {
  "not-found": "Not found: this page or item does not exist, or your role does not allow you to see it.",
  "stale-revision": "Somebody else changed the draft while you were working. Your words are kept.",
  scheduleEnded: "What was planned has taken place already, or was cancelled already.",
  webhookChanged:
    "This notification has changed meanwhile, or is already on its way. See where it stands, then try again.",
  channelMoved: "Somebody else moved this channel in the meantime. Look where it is now, then try again.",
  forbidden: "Your role does not allow this.",
  whoGivesRoles: "Whoever administers the installation gives the roles: ask them for the one you need.",
  ownEdits: "You edited this draft: approving it is for somebody else.",
  "signed-out": "Your session has ended. Sign in to continue; nothing is lost.",
  "step-up-needed": "For this, show again who you are.",
  "invalid-input": "The server did not accept this content. Nothing of it was saved.",
  "changes-unseen": "Changes are still to be marked as seen before approving.",
  changesUnseen:
    "Before approving, mark {count, plural, one {this change} other {these # changes}} as seen: {list}",
  "publish-blocked": "Cannot publish: at least one gate has not passed.",
  "release-immutable": "A published version never changes.",
  "rate-limited": "Too many requests in a short time. Wait a minute, then try again.",
  undecided: "The check did not finish in the time allowed.",
  archived: "This program is archived: it can be read, but nothing is written to it any more.",
  offline: "Offline: the service does not answer. Nothing is lost.",
  fault: "The service met a problem. Nothing is lost.",
  faultCode: "Code {id} for support.",
  places: "To mend:",
  reasonNeeded: "Say why the expected outcome changes.",
  wrongStatus: "The draft has changed state meanwhile. Read it again, then start over.",
  baseMoved:
    "A newer version is in service: this draft starts from an outdated one. It is intact; update it to publish.",
  vaultFull:
    "Nothing was published: there is no room left on the server’s disk. The draft is intact; tell whoever administers the installation, then try again.",
  vaultUnwritable:
    "Nothing was published: the server could not put the version in safety on its disk. The draft is intact; tell whoever administers the installation, then try again.",
  vaultAhead:
    "Nothing was published: versions published earlier are missing from the database. Whoever administers the installation puts them back first; the draft is intact.",
  openConflicts: "Some choices are left to make. Nothing was written.",
  illTyped: "The two sides cannot be brought together like this. Nothing was written.",
  draftNameTaken: "Another open draft of this program is called so already.",
  wrongPassword:
    "The e-mail address or the password is not right. After five tries the account waits a little.",
  lastAdmin: "This is the only person who administers this installation: name another one first.",
  idTaken: "This identifier is somebody else’s already.",
  emailTaken: "This e-mail address is somebody else’s already.",
} as const;
