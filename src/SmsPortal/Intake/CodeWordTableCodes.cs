namespace SmsPortal.Intake;

/// <summary>Words that name a one-time code, by language.</summary>
internal static class CodeWordTableCodes
{
    /// <summary>Words that name nothing else.</summary>
    public const string Strong = """
        otp$|otps$|one time code|one time pass|one time pin|onetime|passcode|verification code|verification pin|security code|confirmation code|login code|log in code|sign in code|signin code|access code|activation code|authentication code|authorization code|auth code|secure code|2fa|two factor|temporary pass|temporary pin|pairing code|device code|reset code|recovery code|verify code|sms code|mtan|smstan
        код підтвердження|код для входу|код для підтвердження|код входу|код авторизації|код перевірки|одноразовий пароль|одноразовий код|тимчасовий пароль|пін код|смс код
        код подтверждения|код для входа|код входа|код авторизации|код доступа|код активации|код проверки|код восстановления|проверочный код|одноразовый пароль|одноразовый код|временный пароль|пин код|смс код
        取件码|提货码|验证码|驗證碼|校验码|校驗碼|动态码|动态密码|動態密碼|动态口令|认证码|認證碼|确认码|確認碼|激活码|登录码|安全码|安全碼|一次性密码|一次性密碼|随机码|授权码|短信码|检验码
        認証コード|確認コード|検証コード|セキュリティコード|ログインコード|認証番号|確認番号|ワンタイム|パスコード|暗証番号|承認番号
        رمز التحقق|رمز التفعيل|رمز التاكيد|رمز الدخول|رمز تسجيل|كود التاكيد|كود التحقق|كود التفعيل|الرقم السري|كلمة المرور المؤقتة|رمزك السري
        קוד אימות|קוד האימות|קוד הכניסה|קוד כניסה|חד פעמי|קוד אישור
        کد تایید|کد ورود|کد فعال|رمز یکبار|رمز پویا|رمز دوم|کد امنیتی
        ओटीपी|सत्यापन कोड|লগইন কোড|যাচাই কোড|ওটিপি
        dogrulama kod|onay kod|giris kod|onay sifre|tek kullanimlik|guvenlik kod|aktivasyon kod
        bestatigungscode|verifizierungscode|sicherheitscode|anmeldecode|freischaltcode|zugangscode|abholcode|einmalpasswort|einmalcode|einmalkennwort|tan$|smstan|aktivierungscode
        code de verification|code de securite|code de confirmation|code de connexion|code d'acces|code d'activation|code de retrait|usage unique|code d'authentification
        codigo de verificacion|codigo de seguridad|codigo de acceso|codigo de confirmacion|codigo de activacion|codigo de retiro|codigo de recogida|clave de acceso|un solo uso|clave dinamica|contrasena temporal
        codigo de verificacao|codigo de seguranca|codigo de confirmacao|codigo de ativacao|senha temporaria|uso unico
        codice di verifica|codice di sicurezza|codice di accesso|codice di conferma|codice otp|codice autorizzativo|codice di attivazione|codice di ritiro|monouso|usa e getta
        verificatiecode|inlogcode|beveiligingscode|bevestigingscode|eenmalig|tan code|toegangscode|afhaalcode
        kod weryfikacyjny|kod autoryzacyjny|kod potwierdz|haslo jednorazowe|kod jednorazowy|smskod|kod aktywacyjny|kod dostepu|kod odbioru
        ma xac minh|ma xac nhan|ma xac thuc|ma otp|ma kich hoat|ma dang nhap|ma bao mat
        kode verifikasi|kode otp|kode masuk|kode konfirmasi|kode keamanan|kode aktivasi
        รหัสยืนยัน|รหัส otp|รหัสเข้าสู่ระบบ|รหัสผ่านชั่วคราว|รหัสความปลอดภัย
        인증번호|인증 번호|인증코드|인증 코드|확인코드|확인 코드|보안코드|보안 코드|로그인 코드|임시 비밀번호|승인코드
        verifieringskod|engangskod|inloggningskod|sakerhetskod|bekraftelsekod|engangslosenord
        κωδικος επαληθευσ|κωδικος μιας χρησ|κωδικος επιβεβαιωσ|κωδικος ασφαλει
        overovaci kod|jednorazovy kod|codul de verificare|codul de confirmare|codul tau de|bekraeftelseskode|engangskode|vahvistuskoodi|kertakayttoi|ellenorzo kod|megerosito kod
        """;

    /// <summary>Words that can name a code.</summary>
    public const string Plain = """
        *code$|*codes$|code|pin$|pincode|*password|token$|kode|number you need
        код$|коду$|кодом$|коды$|кода$|пароль|паролем|пароля|пін$|пин$
        密码|密碼|口令|暗号|代码|码|碼|コード|パスワード|番号
        رمز|كود|كلمة المرور|كلمة السر|קוד|סיסמה|סיסמא
        کد|رمز|कोड|पिन|पासवर्ड|কোড|পিন
        *kod$|*kodu$|*kodun|kodi|*kodunuz|kodem$|sifre|parola
        kennwort|passwort|mot de passe|codul|kodja
        codigo|clave$|contrasena|senha$|codice
        wachtwoord|haslo|mat khau|kata sandi|sandi$|รหัส|โค้ด|비밀번호|코드|패스워드
        *koden$|*losenord|*kode$|*koden|*koodi|κωδικο
        """;
}
