namespace SmsPortal.Intake;

/// <summary>
/// The known words. Parted by <c>|</c>; <c>*</c> in front: may begin inside a word; <c>$</c> behind: must end with the word.
/// Words of other kinds that hold a code word ("barcode") stand here so that the longer one wins.
/// </summary>
internal static class CodeWordTable
{
    /// <summary>All words with their kinds.</summary>
    public static readonly (CodeWordKind Kind, string Words)[] All =
    [
        (CodeWordKind.StrongCode, CodeWordTableCodes.Strong),
        (CodeWordKind.Code, CodeWordTableCodes.Plain),
        (CodeWordKind.Context, Context),
        (CodeWordKind.Enter, Enter),
        (CodeWordKind.Warning, Warning),
        (CodeWordKind.Expired, Expired),
        (CodeWordKind.OtherNumber, CodeWordTableOthers.Numbers),
        (CodeWordKind.Promotion, CodeWordTableOthers.Promotions),
        (CodeWordKind.Contact, CodeWordTableOthers.Contacts),
        (CodeWordKind.Money, CodeWordTableOthers.Money),
        (CodeWordKind.Unit, CodeWordTableOthers.Units),
    ];

    private const string Context = """
        verif|confirm|authenti|authoriz|authoris|sign in|signing in|sign up|signing up|log in|logging in|login|logon|register|registration|activat|2fa|security|secure|finish setting up|continue|prove|unlock|approve|access
        підтверд|вхід|входу|увійти|авториз|реєстрац|підключен|активац
        подтвер|вход|войти|авториз|регистрац|активац|восстановлен
        验证|驗證|登录|登入|登陆|注册|註冊|绑定|認證|认证|确认|修改密码
        認証|ログイン|本人確認|確認|登録
        تحقق|التحقق|تاكيد|التاكيد|تسجيل الدخول|تفعيل|لاتمام|اتمام
        אימות|כניסה|התחבר|הרשמה|לאישור|להשלים
        ورود|تاييد|فعال سازي|فعالسازي|ثبت نام
        सत्यापन|सत्यापित|लॉगिन|पुष्टि
        dogrula|giris|onay|uyelik|aktivasyon
        bestatig|anmeld|anzumeld|einlogg|einzulogg|angemeld|verifizier|freischalt|sicherheit|registrier|freigabe
        connexion|connecter|valider|verification|inscription|identif|autoris
        verificacion|confirmar|iniciar sesion|registro|acceso|autorizar|seguridad|continuar
        verificacao|confirmar|entrar|cadastro|acesso|autorizar|seguranca
        verifica|conferm|accesso|registrazione|autorizz|accedere
        verificatie|bevestig|inlog|aanmeld|in te loggen|verifieren
        weryfik|potwierdz|logowan|zalogow|autoryz|aktywow|rejestrac
        xac minh|xac nhan|xac thuc|dang nhap|kich hoat|dang ky
        verifikasi|konfirmasi|masuk|aktivasi|pendaftaran|daftar
        ยืนยัน|เข้าสู่ระบบ|ลงทะเบียน
        인증|본인확인|로그인|확인|가입
        verifier|bekrafta|logga in|inlogg|godkann
        επαληθευσ|επιβεβαιωσ|συνδεσ|εγγραφ
        overen|overit|prihlas|potvrz|confirmare|verificare|autentificare|bekraeft|vahvist|kirjaut|ellenorz|belepes
        """;

    private const string Enter = """
        valid for|valid till|expires in|verwende|nutzen sie|nutze$|benutze|verwenden sie|utiliza|usa$|use o$|usar|utilizza|utilize|gebruik|uzyj|anvand|χρησιμοποι|gunakan|pakai|kullan|скористай|використ|используйте|使用|사용|brug$|kayta|pouzij|foloses|hasznal|su dung|dung ma|ใช้
        enter$|enter this|use$|type$|input$|key in|quote$|read this number|insert$|ask for|say$|reply with|replying with|respond with
        введіть|вводьте|назвіть|введите|вводите|укажите|назовите
        输入|輸入|填写|入力
        ادخل|استخدم|استعمل|הזן|הזינו|הקלד|הקש|وارد کنید
        दर्ज करें|दर्ज|डालें
        gir$|girin|giriniz|yazin
        gib$|geben sie|eingeben|tippe
        entrez|saisissez|utilisez le|utilisez$|tapez|indiquez
        ingresa|introduce|introduzca|ingrese|escribe|digita
        digite|insira|introduza|informe o|inserisci|inserire
        vul$|voer|typ$|wpisz|podaj$|wprowadz
        nhap$|masukkan|masukan|ใส่|กรอก|입력
        ange$|skriv in|fyll i|εισαγετε|πληκτρολογ|zadejte|introduceti|indtast|syota|adja meg
        """;

    private const string Warning = """
        never|do not|don't|dont|won't|will not|not share|nobody|no one|scam
        ніколи|нікому|не повідомл|не кажіть|не називайте|шахра
        никогда|никому|не сообщ|не говор|не называ|мошенник|просят
        请勿|切勿|不要|勿|不会|凡是|骗子|诈骗|索要
        教えない|お聞きする|他人|لا تشارك|لن$|לעולם|אין למסור|هرگز|ندهيد
        साझा न|न बताएं|कभी|asla|kimseyle|paylasm
        niemals|nie$|nicht weiter|jamais|ne le|ne la|nunca|jamas|no la|no lo|nao|mai$|non$
        nooit|nigdy|nikomu|khong|tuyet doi|jangan|rahasiakan|ห้าม|ไม่มี|타인|묻지|않
        aldrig|lamna inte|ποτε|μην$|nesdel|nu il|ala$
        """;

    private const string Expired = """
        has expired|is expired|no longer|old|earlier|previous|попередній|старый|прежний|已失效|已过期
        """;
}
