"""Speaks to the installed kernel as Jupyter does; prints what came as JSON.

run NOTEBOOK FOLDER   outputs of every cell by nbclient, errors allowed, started in FOLDER
ask                   answers to the small requests, and how the kernel bears interrupts and its end
hold                  starts an endless loop, prints the kernel's process number and waits
"""

import json
import queue
import sys
import time

from jupyter_client.manager import start_new_kernel

TIMEOUT = 60


def run(path, folder):
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, kernel_name="ostia", timeout=TIMEOUT, allow_errors=True, resources={"metadata": {"path": folder}}
    )
    client.execute()
    return [
        {"outputs": cell.get("outputs", []), "execution_count": cell.get("execution_count")}
        for cell in notebook.cells
    ]


def reply_to(client, message_id):
    while True:
        reply = client.get_shell_msg(timeout=TIMEOUT)
        if reply["parent_header"].get("msg_id") == message_id:
            return {"type": reply["msg_type"], **reply["content"]}


def published(client, message_id):
    """What the kernel publishes for a request, up to its idle status."""
    messages = []
    while True:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") != message_id:
            continue
        if message["content"].get("execution_state") == "idle":
            return messages
        messages.append({"type": message["msg_type"], **message["content"]})


def interrupted(manager, client, loop):
    """Interrupts a cell that never ends, again and again, since nothing tells when it has begun."""
    message_id = client.execute(loop)
    end = time.time() + TIMEOUT
    while time.time() < end:
        time.sleep(0.5)
        manager.interrupt_kernel()
        try:
            reply = client.get_shell_msg(timeout=0.5)
        except queue.Empty:
            continue
        if reply["parent_header"].get("msg_id") == message_id:
            return reply["content"]
    return {"status": "still running"}


def begun(client, message_id):
    while True:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == message_id:
            return


def ask():
    manager, client = start_new_kernel(kernel_name="ostia")
    answers = {}
    try:
        answers["info"] = reply_to(client, client.kernel_info())
        reply_to(client, client.execute("const patient = { age: 70, sex: 'f' };"))
        answers["complete"] = reply_to(client, client.complete("patient.", 8))
        answers["inspect"] = reply_to(client, client.inspect("patient", 3))
        answers["is_complete"] = reply_to(client, client.is_complete("function f() {"))
        answers["comm_info"] = reply_to(client, client.comm_info())

        unknown = client.session.msg("history_request", {})
        client.shell_channel.send(unknown)
        after = client.execute("'after an unknown request'")
        answers["unknown"] = published(client, after)
        reply_to(client, after)

        answers["interrupted"] = [
            interrupted(manager, client, "while (true) {}"),
            interrupted(manager, client, "await new Promise(() => {});"),
        ]
        answers["then"] = published(client, client.execute("patient.age"))

        failing = client.execute("throw new Error('stops those behind');")
        behind = client.execute("'aborted'")
        reply_to(client, failing)
        answers["behind"] = reply_to(client, behind)
        answers["later"] = reply_to(client, client.execute("'runs'"))

        client.execute("setInterval(() => {}, 1000);", reply=True, timeout=TIMEOUT)
        client.shutdown()
        end = time.time() + 10
        while manager.is_alive() and time.time() < end:
            time.sleep(0.05)
        answers["ended"] = not manager.is_alive()
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return answers


def hold():
    manager, client = start_new_kernel(kernel_name="ostia")
    begun(client, client.execute("console.log('begins'); await new Promise((r) => setTimeout(r, 300)); while (true) {}"))
    print(json.dumps(manager.provisioner.pid), flush=True)
    time.sleep(600)


command, *arguments = sys.argv[1:]
print(json.dumps({"run": run, "ask": ask, "hold": hold}[command](*arguments)), flush=True)
