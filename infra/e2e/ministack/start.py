"""Starts MiniStack on the test bed's terms: `python start.py`.

Everything is set by environment variables (see launch.ts) except what MiniStack has no setting for. Those are the
patches below; each says what it changes and why the run would prove less, or nothing, without it. All were written
against the version pinned in requirements.txt: a patch whose target has moved stops the start instead of doing nothing.
"""

import functools
import json
import logging
import os
import shutil
import signal
import sys
import threading

from ministack import app
from ministack.core import iam_evaluator
from ministack.services import eventbridge, lambda_svc


def target(module, name):
    """The function or value that a patch replaces; a clear end when a new version has none of that name."""
    if not hasattr(module, name):
        sys.exit(
            f"start.py: {module.__name__} has no {name} any more; MiniStack changed. "
            "Read its new code and mend the patch, or pin the version of requirements.txt again."
        )
    return getattr(module, name)


def end_with_launcher():
    """Not a patch: the launcher holds our standard input open. When it ends, however it ends, so do we and our
    workers."""

    def watch():
        sys.stdin.buffer.read()
        if folder := os.environ.get("TRAILWARDEN_E2E_FOLDER"):
            shutil.rmtree(folder, ignore_errors=True)
        os.killpg(os.getpgrp(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True, name="launcher-watch").start()


def patch_idle_pause():
    """After a wake that found no work the poller of event source mappings pauses 50 ms, and the next message waits for
    it. With 2 ms what is measured is the path and not the pause."""
    target(lambda_svc, "_ESM_IDLE_WAKE_GAP_SECONDS")
    lambda_svc._ESM_IDLE_WAKE_GAP_SECONDS = 0.002


def patch_aws_sources():
    """PutEvents refuses sources `aws.*`, as AWS does. CloudTrail itself is the sender here, so the run may."""
    original = target(eventbridge, "_put_events")

    @functools.wraps(original)
    def put_events(data, allow_aws_source=True):
        return original(data, allow_aws_source)

    eventbridge._put_events = put_events


def patch_rule_states():
    """A rule in state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS never matches in MiniStack, and an ENABLED one also
    gets read-only calls. Here both behave as in AWS: read-only management events reach the former only.
    https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
    """
    rules = target(eventbridge, "_rules")
    targets = target(eventbridge, "_targets")
    view_of = target(eventbridge, "_pattern_event_view")
    matches = target(eventbridge, "_matches_pattern_view")
    invoke = target(eventbridge, "_invoke_target")
    target(eventbridge, "_dispatch_event")

    def is_read_only_call(event):
        detail = json.loads(event.get("Detail") or "{}")
        return event.get("DetailType", "").endswith("via CloudTrail") and detail.get("readOnly") is True

    def is_awake(rule, event):
        if rule.get("State") == "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS":
            return True
        return rule.get("State") == "ENABLED" and not is_read_only_call(event)

    def dispatch_event(event, view=None):
        view = view or view_of(event)
        for key, rule in rules.items():
            concerned = rule.get("EventBusName", "default") == event.get("EventBusName", "default")
            if key in (event.get("_DispatchPath") or []) or not (concerned and is_awake(rule, event)):
                continue
            if rule.get("EventPattern") and matches(rule["EventPattern"], view, f"rule {key}"):
                for one in targets.get(key, []):
                    invoke(one, event, rule, view)

    eventbridge._dispatch_event = dispatch_event


def log_denials():
    """Not a change of behaviour: a call that IAM refuses is written to the log with its action and resource. MiniStack
    logs none, and a caller may swallow it."""
    original = target(iam_evaluator, "enforce")
    log = logging.getLogger("iam")

    @functools.wraps(original)
    def enforce(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        denied = original(access_key_id, iam_action, service, region, resource_arn, service_context)
        if denied is not None:
            log.warning("refused %s on %s: %s", iam_action, resource_arn, denied)
        return denied

    iam_evaluator.enforce = enforce


def patch_secure_transport():
    """The run speaks HTTP on loopback, and policies that enforce TLS (the asset bucket's, the topics', the queues') would
    refuse every call. So each request counts as sent over TLS; that the policies demand it is proved on the template."""
    original = target(app, "pin_request_origin")

    @functools.wraps(original)
    def pin_request_origin(source_ip, secure_transport):
        del secure_transport
        return original(source_ip, True)

    app.pin_request_origin = pin_request_origin


end_with_launcher()
log_denials()
patch_secure_transport()
patch_idle_pause()
patch_aws_sources()
patch_rule_states()
app.main()
