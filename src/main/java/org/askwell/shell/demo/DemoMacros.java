package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.ticket.macro.MacroEnding;
import org.askwell.ticket.macro.MacroService;
import org.askwell.ticket.macro.MacroWords;

/** The ready words of the demo company's desks. */
@ApplicationScoped
class DemoMacros {

    @Inject
    MacroService macros;

    void moveIn() {
        macros.add(
                "it",
                macro(
                        "问设备编号和现象",
                        "Ask for device and symptom",
                        "{requester}，你好：\n\n为了尽快处理 {number}，告诉我设备背面标签上的编号，以及屏幕上显示的提示（截图也可以）。\n\n{agent}",
                        "Hello {requester},\n\nto go on with {number} I need the number on the label of the device, and what the"
                                + " screen says (a picture will do).\n\n{agent}",
                        MacroEnding.ASK,
                        "device"));
        macros.add(
                "it",
                macro(
                        "密码已重置",
                        "Password reset",
                        "{requester}，你好：\n\n密码已经重置，临时密码已发到你的手机，首次登录时请更换。\n\n{agent}",
                        "Hello {requester},\n\nthe password is reset; a temporary one is on your phone. Choose your own at the"
                                + " first sign-in.\n\n{agent}",
                        MacroEnding.RESOLVE,
                        "password"));
        macros.add(
                "hr",
                macro(
                        "在职证明已准备好",
                        "Employment letter is ready",
                        "{requester}，你好：\n\n在职证明已经盖章，可以在{desk}前台领取，带上工牌即可。\n\n{agent}",
                        "Hello {requester},\n\nyour employment letter is stamped and lies at the {desk} counter; bring your"
                                + " badge.\n\n{agent}",
                        MacroEnding.RESOLVE,
                        "letter"));
        macros.add(
                "finance",
                macro(
                        "缺发票原件",
                        "Original invoice missing",
                        "{requester}，你好：\n\n“{subject}”还缺发票原件。收到后继续处理 {number}。\n\n{agent}",
                        "Hello {requester},\n\n“{subject}” still lacks the original invoice. {number} goes on as soon as it"
                                + " is here.\n\n{agent}",
                        MacroEnding.ASK,
                        "invoice"));
    }

    private static MacroWords macro(
            String nameZh, String nameEn, String textZh, String textEn, MacroEnding ending, String tag) {
        return new MacroWords(nameZh, nameEn, textZh, textEn, true, null, List.of(tag), ending);
    }
}
